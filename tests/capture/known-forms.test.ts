// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readPage } from '../../src/capture/read-page.ts';
import { Capture } from '../../src/domain/capture.ts';

const meta = (names: Record<string, string>) =>
  Object.entries(names)
    .map(
      ([name, content]) =>
        `<meta ${/^(?:og|article):/.test(name) ? 'property' : 'name'}="${name}" content="${content}">`,
    )
    .join('');

const jsonLd = (thing: object) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;

/** Pages as kinds of sites write them, with nothing of theirs but the form. */
test.each([
  [
    'a video',
    'https://www.youtube.com/watch?v=a1',
    `<title>Seven knots - YouTube</title>${meta({ 'og:site_name': 'YouTube', 'og:title': 'Seven knots', 'og:url': 'https://www.youtube.com/watch?v=a1' })}`,
    `<div itemscope><meta itemprop="name" content="Seven knots"><span itemprop="author" itemscope><link itemprop="url" href="/@ada">
      <link itemprop="name" content="Ada’s Ropes"></span><meta itemprop="datePublished" content="2031-02-27T08:00:00-08:00"></div><h1>Seven knots</h1>`,
    { title: 'Seven knots', authors: ['Ada’s Ropes'], outlet: 'YouTube', publishedOn: '2031-02-27' },
  ],
  [
    'a repository',
    'https://github.com/adaquill/rope',
    `<title>GitHub - adaquill/rope: Knots for everyone</title>${meta({ 'og:site_name': 'GitHub', 'og:title': 'GitHub - adaquill/rope: Knots for everyone' })}`,
    '<h1 class="sr-only">adaquill/rope</h1><article><h1>Rope</h1><p>Text.</p></article>',
    { title: 'adaquill/rope: Knots for everyone', authors: [], outlet: 'GitHub' },
  ],
  [
    'an issue of a repository',
    'https://github.com/adaquill/rope/issues/5',
    `<title>Knots slip when wet · Issue #5 · adaquill/rope · GitHub</title>${meta({ 'og:site_name': 'GitHub', 'og:title': 'Knots slip when wet · Issue #5 · adaquill/rope' })}`,
    '<h1><bdi>Knots slip when wet</bdi> <span>#5</span></h1>',
    { title: 'Knots slip when wet', outlet: 'GitHub' },
  ],
  [
    'a question',
    'https://stackoverflow.com/questions/5/how-do-i-tie-a-knot',
    `<title>rope - How do I tie a knot? - Stack Overflow</title>${meta({ 'og:site_name': 'Stack Overflow', 'og:title': 'How do I tie a knot?' })}`,
    '<h1>How do I tie a knot?</h1>',
    { title: 'How do I tie a knot?', outlet: 'Stack Overflow' },
  ],
  [
    'a newsletter',
    'https://ropes.substack.com/p/seven-knots',
    `<title>Seven knots - by Ada Quill - Rope Letters</title>${meta({ 'og:title': 'Seven knots', author: 'Ada Quill' })}${jsonLd({ '@type': 'NewsArticle', headline: 'Seven knots', author: [{ '@type': 'Person', name: 'Ada Quill' }], publisher: { '@type': 'Organization', name: 'Rope Letters' }, datePublished: '2031-02-27T10:00:00+00:00' })}`,
    '<h1>Seven knots</h1>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'Rope Letters', publishedOn: '2031-02-27' },
  ],
  [
    'a page of documentation',
    'https://developer.mozilla.org/en-US/docs/Knots/tie',
    `<title>Knots.tie() - Knots | MDN</title>${meta({ 'og:site_name': 'MDN Web Docs', 'og:title': 'Knots.tie() - Knots | MDN' })}`,
    '<h1>Knots.tie()</h1>',
    { title: 'Knots.tie()', authors: [], outlet: 'MDN Web Docs' },
  ],
  [
    'a preprint',
    'https://arxiv.org/abs/2101.00001',
    `<title>[2101.00001] On Knots in Rope</title>${meta({ 'og:site_name': 'arXiv.org', 'og:title': 'On Knots in Rope', citation_title: 'On Knots in Rope', citation_date: '2031/02/27', citation_online_date: '2031/03/01', citation_doi: '10.48550/arXiv.2101.00001' })}<meta name="citation_author" content="Quill, Ada"><meta name="citation_author" content="van der Reed, Ben"><meta name="citation_author" content="李, 雷">`,
    '<h1>On Knots in Rope</h1>',
    {
      title: 'On Knots in Rope',
      authors: ['Ada Quill', 'Ben van der Reed', '李雷'],
      outlet: 'arXiv.org',
      publishedOn: '2031-02-27',
      doi: '10.48550/arXiv.2101.00001',
    },
  ],
  [
    'a paper',
    'https://journal.example/articles/5',
    `<title>On Knots | Journal of Rope</title>${meta({ citation_title: 'On Knots', citation_journal_title: 'Journal of Rope', citation_publication_date: '2031', 'dc.date': '2031-02-27', 'prism.doi': 'doi:10.1234/rope.5', citation_publisher: 'Sea Press' })}<meta name="citation_author" content="Ada M. Quill"><meta name="citation_author_institution" content="University of Rope"><meta name="citation_author" content="Reed BJ">`,
    '',
    {
      title: 'On Knots',
      authors: ['Ada M. Quill', 'Reed BJ'],
      outlet: 'Journal of Rope',
      publishedOn: '2031-02-27',
      doi: '10.1234/rope.5',
    },
  ],
  [
    'a topic of a forum',
    'https://discuss.ropes.example/t/seven-knots/5',
    `<title>Seven knots - Show and tell - Rope Forum</title>${meta({ 'og:site_name': 'Rope Forum', 'og:title': 'Seven knots', 'article:published_time': '2031-02-27T10:00:00+00:00' })}${jsonLd({ '@type': 'DiscussionForumPosting', headline: 'Seven knots', author: { '@type': 'Person', name: 'adaquill' }, datePublished: '2031-02-27T10:00:00Z' })}`,
    '<h1>Seven knots</h1>',
    { title: 'Seven knots', authors: ['adaquill'], outlet: 'Rope Forum', publishedOn: '2031-02-27' },
  ],
  [
    'a post of a static blog',
    'https://quill.example/posts/2031-02-27-knots/',
    '<title>Seven knots | Ada’s Log</title><meta name="author" content="Ada Quill"><meta property="og:title" content="Seven knots">',
    '<header><h1>Seven knots</h1><div>Date: February 27, 2031 | Estimated Reading Time: 40 min | Author: Ada Quill</div></header>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'Ada’s Log', publishedOn: '2031-02-27' },
  ],
  [
    'a story whose system names the account, and whose byline the person',
    'https://harbour.example/news/knots',
    `<title>Seven knots - The Harbour</title>${meta({ 'og:site_name': 'The Harbour', author: 'aquill' })}${jsonLd({ '@type': 'Article', headline: 'Seven knots', author: { name: 'aquill' } })}`,
    '<h1>Seven knots</h1><p class="byline">By Ada Quill</p>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'The Harbour' },
  ],
  [
    'a story of an agency with its writer',
    'https://harbour.example/news/ship',
    `<title>Ship sinks - The Harbour</title>${meta({ 'og:site_name': 'The Harbour' })}${jsonLd({ '@type': 'NewsArticle', headline: 'Ship sinks', author: [{ '@type': 'Organization', name: 'Associated Press' }] })}`,
    '<h1>Ship sinks</h1><p class="byline">By ADA QUILL, Associated Press</p>',
    { authors: ['Ada Quill'] },
  ],
  [
    'a story whose byline is only marked for tests',
    'https://harbour.example/news/articles/c0a',
    `<title>Knots found in ship - Harbour News</title>${meta({ 'og:site_name': 'Harbour News', 'og:title': 'Knots found in ship' })}`,
    '<h1>Knots found in ship</h1><div data-testid="byline-contributors"><div>Ada Quill</div><div>Science correspondent</div></div>',
    { authors: ['Ada Quill'], outlet: 'Harbour News' },
  ],
  [
    'a story with words and pictures',
    'https://harbour.example/words',
    `<title>Seven knots | The Harbour</title>`,
    '<h1>Seven knots</h1><p>Words: Ada Quill. Photography: Ben Reed</p>',
    { authors: ['Ada Quill'] },
  ],
  [
    'a story from two places',
    'https://harbour.example/places',
    `<title>Seven knots | The Harbour</title>`,
    '<h1>Seven knots</h1><p>By Ada Quill in Oslo and Ben Reed in Bergen</p>',
    { authors: ['Ada Quill', 'Ben Reed'] },
  ],
  [
    'a story in Japanese',
    'https://umi.example/news/1',
    `<title>七つの結び目 | 海新聞</title>${meta({ 'og:site_name': '海新聞', 'og:title': '七つの結び目' })}`,
    '<h1>七つの結び目</h1><p>文：山田 太郎</p><p>2031年2月27日 0時10分</p>',
    { authors: ['山田 太郎'], publishedOn: '2031-02-27' },
  ],
  [
    'a paper of a platform that tells machines nothing of authors',
    'https://papers.example/science/article/pii/S1',
    `<title>On knots - Papers</title>${meta({ citation_title: 'On knots', citation_journal_title: 'Rope Letters', citation_online_date: '2031/02/27' })}`,
    '<h1>On knots</h1><div class="AuthorGroups"><div class="author-group"><button data-xocs-content-type="author"><span>Ada</span> <span>Quill</span><sup>a</sup></button>, <button data-xocs-content-type="author"><span>Ben</span> <span>Reed</span><sup>a</sup></button></div></div>',
    { authors: ['Ada Quill', 'Ben Reed'], outlet: 'Rope Letters', publishedOn: '2031-02-27' },
  ],
  [
    'a question with answers, as its markup tells',
    'https://ask.example/questions/5/knots',
    `<title>How do I tie a knot? - Ask</title>${meta({ 'og:site_name': 'Ask', 'og:title': 'How do I tie a knot?' })}`,
    '<h1>How do I tie a knot?</h1><main><div itemprop="author">Ada Quill</div><div itemprop="suggestedAnswer"><div itemprop="author">Ben Reed</div></div></main>',
    { authors: ['Ada Quill'] },
  ],
  [
    'a question with answers, as its JSON-LD tells',
    'https://ask.example/questions/6/knots',
    `<title>How do I tie a knot? - Ask</title>${meta({ 'og:site_name': 'Ask' })}${jsonLd({ '@type': 'QAPage', mainEntity: { '@type': 'Question', name: 'How do I tie a knot?', author: { '@type': 'Person', name: 'Ada Quill' }, dateCreated: '2031-02-27T10:00:00' } })}`,
    '<h1>How do I tie a knot?</h1>',
    { title: 'How do I tie a knot?', authors: ['Ada Quill'], publishedOn: '2031-02-27' },
  ],
  [
    'a note of a government',
    'https://www.gov.example/news/rope-act',
    `<title>Rope Act comes into force - GOV</title>${meta({ 'og:site_name': 'GOV', 'og:title': 'Rope Act comes into force', 'govuk:first-published-at': '2031-02-27T00:01:00+00:00' })}`,
    '<h1>Rope Act comes into force</h1>',
    { title: 'Rope Act comes into force', authors: [], outlet: 'GOV', publishedOn: '2031-02-27' },
  ],
  [
    'a post on a social site, where the title is whose it is',
    'https://social.example/@ada/111',
    `<title>Ada Quill: "A bowline a day keeps the sea away" - Social</title>${meta({ 'og:site_name': 'Social', 'og:title': 'Ada Quill (@ada@social.example)', 'og:published_time': '2031-02-27T22:10:00Z' })}`,
    '',
    {
      title: 'Ada Quill: "A bowline a day keeps the sea away"',
      authors: ['Ada Quill'],
      outlet: 'Social',
      publishedOn: '2031-02-27',
    },
  ],
  [
    'the page of an account, whose title it is',
    'https://social.example/@ada',
    `<title>Ada Quill (@ada@social.example) - Social</title>${meta({ 'og:site_name': 'Social', 'og:title': 'Ada Quill (@ada@social.example)' })}`,
    '',
    { title: 'Ada Quill (@ada@social.example)', authors: ['Ada Quill'] },
  ],
  [
    'a thread that names its site in the window alone',
    'https://news.ycombinator.example/item?id=1',
    '<title>Ask HN: How do you tie knots? | Hacker News</title>',
    '',
    { title: 'Ask HN: How do you tie knots?', outlet: 'Hacker News', authors: [] },
  ],
  [
    'a title with a bar and a sentence behind it, which is no site',
    'https://harbour.example/bar',
    '<title>Seven knots | and how people of every trade tie them</title>',
    '',
    { title: 'Seven knots | and how people of every trade tie them', outlet: '' },
  ],
  [
    'a title behind its site and a colon',
    'https://tide.example/knots',
    `<title>The Tide: Seven knots</title>${meta({ 'og:site_name': 'The Tide', 'og:title': 'The Tide: Seven knots' })}`,
    '<h1>Seven knots</h1>',
    { title: 'Seven knots', outlet: 'The Tide' },
  ],
  [
    'a title that begins as its site is called',
    'https://tide.example/why',
    `<title>Tide: a review of the moon</title>${meta({ 'og:site_name': 'Tide', 'og:title': 'Tide: a review of the moon' })}`,
    '<h1>Tide: a review of the moon</h1>',
    { title: 'Tide: a review of the moon' },
  ],
  [
    'a story of late evening, which machines have the next day',
    'https://harbour.example/evening',
    `<title>Seven knots | The Harbour</title>${meta({ 'article:published_time': '2031-02-28T01:30:00Z' })}`,
    '<h1>Seven knots</h1><p>By Ada Quill</p><p>February 27, 2031</p>',
    { publishedOn: '2031-02-27' },
  ],
  [
    'a paper, of which machines and readers have two days',
    'https://journal.example/articles/6',
    `<title>On knots</title>${meta({ citation_title: 'On knots', citation_date: '2031-02-28' })}`,
    '<h1>On knots</h1><p>Received February 27, 2031</p>',
    { publishedOn: '2031-02-28' },
  ],
  [
    'a post with a list of its authors',
    'https://rope.example/blog/knots',
    `<title>Seven knots | Rope</title>${meta({ 'og:site_name': 'Rope' })}`,
    '<h1>Seven knots</h1><p>Feb 27, 2031</p><ul class="authors"><li><p>Ada Quill</p></li><li><p>Ben Reed</p></li></ul>',
    { authors: ['Ada Quill', 'Ben Reed'], publishedOn: '2031-02-27' },
  ],
  [
    'a story in Chinese, with all of it in one line',
    'https://xin.example/a/1',
    '<title>七个绳结_新浪网</title>',
    '<h1>七个绳结</h1><div>2031年02月27日 23:59 作者：李雷 编辑：王芳</div>',
    { authors: ['李雷'], publishedOn: '2031-02-27' },
  ],
  [
    'a story of which only the link of its author tells whose it is',
    'https://harbour.example/link',
    `<title>Seven knots | The Harbour</title>${jsonLd({ '@type': 'BlogPosting', headline: 'Seven knots', author: 'https://harbour.example/author/ada', datePublished: '27/02/2031' })}`,
    '<h1>Seven knots</h1><a href="/author/ada">Ada Quill</a><aside><a href="/author/ben">Ben Reed</a></aside>',
    { authors: ['Ada Quill'], publishedOn: '2031-02-27' },
  ],
] as const)('%s', (_, address, head, body, expected) => {
  const page = new DOMParser().parseFromString(`<head>${head}</head><body>${body}</body>`, 'text/html');
  expect(Capture.parse(readPage(page, address))).toMatchObject(expected);
});
