// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { type Form, jsonLd, meta, organisation, person, read } from './written-page.ts';

const TEXT = `<p>${'Long ago there was a rope. '.repeat(20)}</p>`;

/** Posts of firms, magazines and universities, where roles stand beside names, with nothing of theirs but the form. */
const FORMS: readonly Form[] = [
  [
    'a lab: each author with a role, in one line',
    'https://lab.example/blog/knots',
    `<title>Seven knots – Rope Lab Blog</title>${meta({ 'og:site_name': 'Rope Lab Blog', 'og:title': 'Seven knots' })}`,
    `<p>February 27, 2031</p><h1>Seven knots</h1><p class="byline-author">Posted by Ada Quill, Software Engineer, and Ben Reed, Research Scientist, Rope Research</p>${TEXT}`,
    { authors: ['Ada Quill', 'Ben Reed'], outlet: 'Rope Lab Blog', publishedOn: '2031-02-27' },
  ],
  [
    'a cloud: RDFa around name and day',
    'https://cloud.example/blogs/news/knots/',
    `<title>Seven knots | Cloud News Blog</title>${meta({ 'og:site_name': 'Cloud', 'og:title': 'Seven knots | Cloud' })}`,
    `<h1 property="name headline">Seven knots</h1><footer class="blog-post-meta">by <span property="author" typeof="Person"><span property="name">Ada Quill</span></span> and <span property="author" typeof="Person"><span property="name">Ben Reed</span></span> on <time property="datePublished" datetime="2031-02-27T16:01:00-08:00">27 FEB 2031</time> in <span>Ropes</span></footer>${TEXT}`,
    { title: 'Seven knots', authors: ['Ada Quill', 'Ben Reed'], publishedOn: '2031-02-27' },
  ],
  [
    'a network: a list of authors with pictures',
    'https://net.example/knots/',
    `<title>Seven knots</title>${meta({ 'og:site_name': 'The Net Blog', 'og:title': 'Seven knots', 'article:published_time': '2031-02-27T14:00+00:00', 'article:author': ['https://net.example/author/ada/', 'https://net.example/author/ben/'] })}`,
    `<h1>Seven knots</h1><p>2031-02-27</p><ul class="author-lists"><li><a href="/author/ada/"><img alt="Ada Quill"></a><div class="author-name-tooltip"><a href="/author/ada/">Ada Quill</a></div></li><li><a href="/author/ben/"><img alt="Ben Reed"></a><div class="author-name-tooltip"><a href="/author/ben/">Ben Reed</a></div></li></ul><p>5 min read</p>${TEXT}`,
    { authors: ['Ada Quill', 'Ben Reed'], outlet: 'The Net Blog', publishedOn: '2031-02-27' },
  ],
  [
    'a magazine of universities: the place of each author',
    'https://talk.example/knots-123456',
    `<title>Why sailors tie knots</title>${meta({ 'og:site_name': 'The Talk', 'og:title': 'Why sailors tie knots', author: 'Ada Quill, Professor of Ropes, University of the Sea' })}`,
    `<h1>Why sailors tie knots</h1><time datetime="2031-02-27T13:00:00Z">Published: February 27, 2031 1:00pm GMT</time><span class="author-name" rel="author">Ada Quill</span>, <em>University of the Sea</em>${TEXT}`,
    { authors: ['Ada Quill'], outlet: 'The Talk', publishedOn: '2031-02-27' },
  ],
  [
    'a graph whose author is person and organisation at once',
    'https://quill.example/knots/',
    `<title>Seven knots - Rope and sail</title>${meta({ 'og:site_name': 'Rope and sail', 'og:title': 'Seven knots' })}${jsonLd(
      {
        '@graph': [
          { '@type': 'BlogPosting', headline: 'Seven knots', author: { '@id': '#ada' }, datePublished: '2031-02-27' },
          { '@type': ['Person', 'Organization'], '@id': '#ada', name: 'Ada Quill' },
        ],
      },
    )}`,
    '<h1>Seven knots</h1>',
    { authors: ['Ada Quill'], publishedOn: '2031-02-27' },
  ],
  [
    'a story that was published before it was changed, in one line',
    'https://time.example/knots',
    `<title>Seven knots | Hour</title>${meta({ 'og:site_name': 'Hour' })}`,
    `<h1>Seven knots</h1><div>by</div><div>Ada Quill</div><p>Updated: February 28, 2031 9:00 AM EST | Originally published: February 27, 2031 7:00 AM EST</p>${TEXT}`,
    { authors: ['Ada Quill'], publishedOn: '2031-02-27' },
  ],
  [
    'an address element with author and day',
    'https://hacker.example/knots',
    '<title>Seven knots - Hacker’s log</title>',
    `<article><header><h1>Seven knots</h1><address>By <a rel="author" href="/about">Ada Quill</a> on <time pubdate datetime="2031-02-27" title="February 27th, 2031">2/27/31</time></address></header>${TEXT}</article>`,
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'Hacker’s log', publishedOn: '2031-02-27' },
  ],
  [
    'a blog with a slash behind the name',
    'https://hacks.example/2031/02/knots/',
    `<title>Seven knots - Sail Hacks - the rope blog</title>${meta({ 'og:site_name': 'Sail Hacks – the rope blog', 'og:title': 'Seven knots – Sail Hacks - the rope blog' })}`,
    `<h1 class="entry-title">Seven knots</h1><p class="byline"><span class="vcard">By <cite class="author fn"><a class="url" rel="external" href="/author/ada">Ada Quill</a></cite></span> <span class="post__meta">Posted on <abbr class="published" title="2031-02-27T08:00:10-08:00">February 27, 2031</abbr> in <a>Ropes</a></span></p>${TEXT}`,
    { title: 'Seven knots', authors: ['Ada Quill'], publishedOn: '2031-02-27' },
  ],
  [
    'a firm that tells of itself: the title ends with the name of the site',
    'https://ropehub.example/changelog/knots',
    `<title>What is new on RopeHub</title>${meta({ 'og:site_name': 'RopeHub', 'og:title': 'What is new on RopeHub' })}`,
    '<h1>What is new on RopeHub</h1>',
    { title: 'What is new on RopeHub', outlet: 'RopeHub' },
  ],
  [
    'a tab that counts what is new',
    'https://video.example/watch?v=a1',
    '<title>(3) Seven knots - Video</title>',
    '',
    { title: 'Seven knots' },
  ],
  [
    'a firm as author beside a person in two tags',
    'https://rope.example/knots',
    `<title>Seven knots | Rope</title>${meta({ 'og:site_name': 'Rope', author: ['Rope', 'Ada Quill'] })}`,
    '<h1>Seven knots</h1>',
    { authors: ['Ada Quill'] },
  ],
  [
    'an essay whose author box tells who they are',
    'https://eon.example/essays/knots',
    `<title>Why we tie knots | Eon Essays</title>${meta({ 'og:site_name': 'Eon', 'og:title': 'Why we tie knots | Eon Essays' })}${jsonLd({ '@type': 'Article', headline: 'Why we tie knots', author: [person('Ada Quill', { description: 'Ada Quill is professor of ropes.' })], editor: [person('Ben Reed')], publisher: organisation('Eon'), datePublished: '2031-02-27T11:00:00+00:00' })}`,
    `<h1>Why we tie knots</h1><div class="author"><p><a>Ada Quill</a> is a professor of ropes at the University of the Sea.</p></div><p>Edited by Ben Reed</p>${TEXT}`,
    { authors: ['Ada Quill'], outlet: 'Eon', publishedOn: '2031-02-27' },
  ],
];

test.each(FORMS)('%s', (_, address, head, body, expected) => {
  expect(read(address, head, body)).toMatchObject(expected);
});

describe('the language of a page', () => {
  const languageOf = (tag: string, head: string) =>
    read('https://tide.example/x', `${tag}<title>Knots</title>${head}`, '').language;
  test.each([
    ['of its root', '<html lang="pt-BR">', '', 'pt-BR'],
    ['of its root, before all others', '<html lang="de">', meta({ 'og:locale': 'en_US' }), 'de'],
    ['of its header, where the root has none', '<html>', '<meta http-equiv="Content-Language" content="nl">', 'nl'],
    ['of its JSON-LD', '<html>', jsonLd({ '@type': 'Article', headline: 'Knots', inLanguage: 'fr-FR' }), 'fr-FR'],
    ['of its card', '<html>', meta({ 'og:locale': 'es_ES' }), 'es-ES'],
    ['that is none', '<html lang="English please">', '', ''],
    ['that it does not say', '<html>', '', ''],
  ])('%s', (_, tag, head, language) => {
    expect(languageOf(tag, head)).toBe(language);
  });
});
