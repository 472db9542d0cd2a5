// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { type Form, jsonLd, meta, organisation, person, read } from './written-page.ts';

const yoast = (author: string) => ({
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'Article',
      '@id': 'https://rope.example/knots/#article',
      isPartOf: { '@id': 'https://rope.example/knots/' },
      author: { name: author, '@id': 'https://rope.example/#/schema/person/1a2b' },
      headline: 'Seven knots',
      datePublished: '2031-02-27T23:30:00-05:00',
      dateModified: '2031-03-02T10:00:00-05:00',
      publisher: { '@id': 'https://rope.example/#organization' },
    },
    {
      '@type': 'WebPage',
      '@id': 'https://rope.example/knots/',
      name: 'Seven knots - The Rope Blog',
      isPartOf: { '@id': 'https://rope.example/#website' },
    },
    {
      '@type': 'BreadcrumbList',
      itemListElement: [{ '@type': 'ListItem', position: 1, name: 'Home', item: 'https://rope.example/' }],
    },
    { '@type': 'WebSite', '@id': 'https://rope.example/#website', name: 'The Rope Blog' },
    { '@type': 'Organization', '@id': 'https://rope.example/#organization', name: 'The Rope Blog' },
    { '@type': 'Person', '@id': 'https://rope.example/#/schema/person/1a2b', name: author },
  ],
});

const cards = {
  'og:site_name': 'The Rope Blog',
  'og:title': 'Seven knots - The Rope Blog',
  'article:published_time': '2031-02-28T04:30:00+00:00',
  'twitter:label1': 'Written by',
  'twitter:label2': 'Est. reading time',
  'twitter:data2': '7 minutes',
};

/** Posts as blogs and newsletters mark them up, with nothing of theirs but the form. */
const FORMS: readonly Form[] = [
  [
    'WordPress with Yoast: a graph whose things name each other, the day in the time zone of the site',
    'https://rope.example/knots/',
    `<title>Seven knots - The Rope Blog</title>${meta({ ...cards, author: 'Ada Quill', 'twitter:data1': 'Ada Quill' })}${jsonLd(yoast('Ada Quill'))}`,
    '<h1 class="entry-title">Seven knots</h1>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'The Rope Blog', publishedOn: '2031-02-27' },
  ],
  [
    'WordPress whose account is “admin”, and whose byline names the person',
    'https://rope.example/knots/',
    `<title>Seven knots - The Rope Blog</title>${meta({ ...cards, author: 'admin', 'twitter:data1': 'admin' })}${jsonLd(yoast('admin'))}`,
    '<h1 class="entry-title">Seven knots</h1><p>By Ada Quill</p>',
    { title: 'Seven knots', authors: ['Ada Quill'], publishedOn: '2031-02-27' },
  ],
  [
    'WordPress whose account is all there is',
    'https://rope.example/knots/',
    `<title>Seven knots - The Rope Blog</title>${meta({ ...cards, author: 'rope_admin', 'twitter:data1': 'rope_admin' })}${jsonLd(yoast('rope_admin'))}`,
    '<h1 class="entry-title">Seven knots</h1><span class="byline">by <span class="author vcard"><a class="url fn n" href="/author/rope_admin">rope_admin</a></span></span>',
    { title: 'Seven knots', authors: [] },
  ],
  [
    'WordPress with a classic theme, nothing but its markup',
    'https://rope.example/?p=5',
    '<title>Seven knots | Rope &amp; Sail</title>',
    '<p class="site-title">Rope &amp; Sail</p><article><h1 class="entry-title">Seven knots</h1><div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date published" datetime="2031-02-27T10:00:00+00:00">February 27, 2031</time><time class="updated" datetime="2031-03-02T10:00:00+00:00">March 2, 2031</time></span> <span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/ada/">Ada Quill</a></span></span></div></article>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'Rope & Sail', publishedOn: '2031-02-27' },
  ],
  [
    'Ghost: the second author is a contributor to machines, and an author to readers',
    'https://letters.example/seven-knots/',
    `<title>Seven knots</title>${meta({ generator: 'Ghost 5.80', 'og:site_name': 'Rope Letters', 'og:title': 'Seven knots', 'article:published_time': '2031-02-27T09:30:00.000Z', 'twitter:label1': 'Written by', 'twitter:data1': 'Ada Quill' })}${jsonLd({ '@type': 'Article', headline: 'Seven knots', publisher: organisation('Rope Letters', { url: 'https://letters.example/' }), author: person('Ada Quill', { url: 'https://letters.example/author/ada/', sameAs: [] }), contributor: [person('Ben Reed', { url: 'https://letters.example/author/ben/' })], datePublished: '2031-02-27T09:30:00.000Z' })}`,
    '<h1>Seven knots</h1><div class="gh-article-author-name"><a href="/author/ada/">Ada Quill</a>, <a href="/author/ben/">Ben Reed</a></div><time datetime="2031-02-27">27 Feb 2031</time>',
    { title: 'Seven knots', authors: ['Ada Quill', 'Ben Reed'], outlet: 'Rope Letters', publishedOn: '2031-02-27' },
  ],
  [
    'Substack with two authors, on a name of its own',
    'https://www.ropeletters.example/p/seven-knots',
    `<title>Seven knots - by Ada Quill and Ben Reed</title>${meta({ 'og:title': 'Seven knots', author: 'Ada Quill', 'og:type': 'article' })}${jsonLd({ '@type': 'NewsArticle', headline: 'Seven knots', author: [person('Ada Quill', { identifier: 'user:1' }), person('Ben Reed', { identifier: 'user:2' })], publisher: organisation('Rope Letters', { identifier: 'pub:5' }), datePublished: '2031-02-27T10:00:26+00:00' })}`,
    '<h1 class="post-title">Seven knots</h1><div class="byline-wrapper"><a href="https://substack.com/@ada">Ada Quill</a> and <a href="https://substack.com/@ben">Ben Reed</a></div><div>Feb 27, 2031</div>',
    { title: 'Seven knots', authors: ['Ada Quill', 'Ben Reed'], outlet: 'Rope Letters', publishedOn: '2031-02-27' },
  ],
  [
    'Medium: author, publication and month in the window',
    'https://medium.com/rope-co/seven-knots-1a2b3c4d5e6f',
    `<title>Seven knots. And why they matter | by Ada Quill | Rope &amp; Co | Feb, 2031 | Medium</title>${meta({ 'og:site_name': 'Medium', 'og:title': 'Seven knots', author: 'Ada Quill', 'article:author': 'https://medium.com/@ada', 'article:published_time': '2031-02-27T18:00:00.000Z', 'twitter:label1': 'Reading time', 'twitter:data1': '5 min read' })}${jsonLd({ '@type': 'NewsArticle', headline: 'Seven knots', author: person('Ada Quill'), publisher: organisation('Rope & Co'), datePublished: '2031-02-27T18:00:00Z' })}`,
    '<h1 data-testid="storyTitle">Seven knots</h1><h2>And why they matter</h2><a data-testid="authorName">Ada Quill</a>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'Medium', publishedOn: '2031-02-27' },
  ],
  [
    'Jekyll with its SEO tag and classic theme',
    'https://quill.example/2031/02/27/knots.html',
    `<title>Seven knots | Quill’s log</title>${meta({ generator: 'Jekyll v4.3', 'og:title': 'Seven knots', author: 'Ada Quill', 'og:site_name': 'Quill’s log', 'article:published_time': '2031-02-27T00:00:00-05:00' })}${jsonLd({ '@type': 'BlogPosting', author: person('Ada Quill'), headline: 'Seven knots', datePublished: '2031-02-27T00:00:00-05:00', dateModified: '2031-02-27T00:00:00-05:00', mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://quill.example/2031/02/27/knots.html' } })}`,
    '<header><h1 class="post-title p-name" itemprop="name headline">Seven knots</h1><p class="post-meta"><time class="dt-published" datetime="2031-02-27T00:00:00-05:00" itemprop="datePublished">Feb 27, 2031</time> • <span itemprop="author" itemscope><span class="p-author h-card" itemprop="name">Ada Quill</span></span></p></header>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'Quill’s log', publishedOn: '2031-02-27' },
  ],
  [
    'Hugo: the day as Go prints it',
    'https://quill.example/posts/knots/',
    `<title>Seven knots | Quill’s log</title>${meta({ 'og:title': 'Seven knots', author: 'Ada Quill' })}`,
    '<header class="post-header"><h1 class="post-title">Seven knots</h1><div class="post-meta"><span title="2031-02-27 00:00:00 +0000 UTC">27 February 2031</span>&nbsp;·&nbsp;5 min&nbsp;·&nbsp;Ada Quill</div></header>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'Quill’s log', publishedOn: '2031-02-27' },
  ],
  [
    'Blogger: the day above the post, the title in a lesser heading',
    'https://ropelog.blogspot.com/2031/02/seven-knots.html',
    `<title>Rope Log: Seven knots</title>${meta({ generator: 'blogger', 'og:title': 'Seven knots', 'og:url': 'https://ropelog.blogspot.com/2031/02/seven-knots.html' })}`,
    '<header><h1 class="title"><a href="/">Rope Log</a></h1></header><h2 class="date-header"><span>Thursday, February 27, 2031</span></h2><h3 class="post-title entry-title" itemprop="name">Seven knots</h3><div class="post-footer"><span class="post-author vcard">Posted by <span class="fn" itemprop="author" itemscope><span itemprop="name">Ada Quill</span></span></span> at <abbr class="published" itemprop="datePublished" title="2031-02-27T22:10:00-08:00">10:10 PM</abbr></div>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'Rope Log', publishedOn: '2031-02-27' },
  ],
  [
    'Squarespace: microdata, and a dash that is no hyphen',
    'https://www.ropeco.example/blog/seven-knots',
    `<title>Seven knots &mdash; Rope Co</title>${meta({ 'og:site_name': 'Rope Co', 'og:title': 'Seven knots — Rope Co' })}<meta itemprop="name" content="Seven knots — Rope Co"><meta itemprop="author" content="Ada Quill"><meta itemprop="datePublished" content="2031-02-27T10:10:00-0500">`,
    '<h1 class="entry-title">Seven knots</h1>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'Rope Co', publishedOn: '2031-02-27' },
  ],
  [
    'a site of many writers, with readers’ comments below',
    'https://dev.example/ada/seven-knots-1a2b',
    `<title>Seven knots - DEV Community</title>${meta({ 'og:site_name': 'DEV Community', 'og:title': 'Seven knots', 'twitter:creator': '@adaq' })}${jsonLd({ '@type': 'BlogPosting', headline: 'Seven knots', author: person('Ada Quill', { url: 'https://dev.example/ada' }), publisher: organisation('DEV Community'), datePublished: '2031-02-27T18:02:11Z', interactionStatistic: [] })}`,
    '<h1>Seven knots</h1><p>Posted on <time datetime="2031-02-27T18:02:11Z">Feb 27</time></p><div id="comments"><div class="comment"><a class="author">Cy Oak</a><time datetime="2031-03-01T10:00:00Z">Mar 1</time></div></div>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'DEV Community', publishedOn: '2031-02-27' },
  ],
  [
    'a personal page with nothing but a heading and a line',
    'https://www.quill.example/~ada/knots.html',
    '<title>Seven knots</title>',
    '<h1>Seven knots</h1><p><i>by Ada Quill, 27th February 2031</i></p><p>Long ago there was a rope.</p>',
    { title: 'Seven knots', authors: ['Ada Quill'], publishedOn: '2031-02-27' },
  ],
  [
    'a personal site that names its owner in every title',
    'https://quill.example/knots',
    `<title>Seven knots - Ada Quill</title>${meta({ author: 'Ada Quill', 'og:title': 'Seven knots' })}`,
    '<h1>Seven knots</h1>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'Ada Quill' },
  ],
  [
    'a post of an IndieWeb site',
    'https://quill.example/notes/5',
    '<title>Seven knots ~ Quill</title>',
    '<article class="h-entry"><h1 class="p-name">Seven knots</h1><a class="p-author h-card" href="/">Ada Quill</a><time class="dt-published" datetime="2031-02-27T21:00:00-0800">Feb 27</time></article><section class="comments"><div class="p-comment h-cite"><a class="p-author h-card">Cy Oak</a><time class="dt-published" datetime="2031-03-03">Mar 3</time></div></section>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'Quill', publishedOn: '2031-02-27' },
  ],
  [
    'a blog of a company with a role behind each name',
    'https://rope.example/engineering/knots',
    `<title>How we tie knots | Rope Engineering</title>${meta({ 'og:site_name': 'Rope Engineering', 'og:title': 'How we tie knots' })}`,
    '<h1>How we tie knots</h1><p>Published on February 27, 2031</p><div class="author-info"><span class="author-name">Ada Quill</span><span class="author-title">Staff Engineer</span></div><div class="author-info"><span class="author-name">Ben Reed</span><span class="author-title">Product Manager</span></div>',
    { authors: ['Ada Quill', 'Ben Reed'], publishedOn: '2031-02-27' },
  ],
  [
    'a podcast',
    'https://podcasts.example/us/podcast/seven-knots/id5?i=1000600000001',
    `<title>Seven knots – Rope Talk – Podcasts</title>${meta({ 'og:site_name': 'Podcasts', 'og:title': 'Seven knots' })}${jsonLd({ '@type': 'PodcastEpisode', name: 'Seven knots', datePublished: '2031-02-27', partOfSeries: { '@type': 'PodcastSeries', name: 'Rope Talk' } })}`,
    '<h1>Seven knots</h1>',
    { title: 'Seven knots', authors: [], outlet: 'Podcasts', publishedOn: '2031-02-27' },
  ],
  [
    'a page of a site that also tells the shop’s price and rating',
    'https://rope.example/reviews/hemp',
    `<title>Hemp rope review: strong as ever | Rope Weekly</title>${meta({ 'og:site_name': 'Rope Weekly', 'og:title': 'Hemp rope review: strong as ever' })}${jsonLd({ '@type': 'Product', name: 'Hemp rope', review: { '@type': 'Review', author: person('Cy Oak') } }, { '@type': 'Review', name: 'Hemp rope review', author: person('Ada Quill'), datePublished: '2031-02-27', itemReviewed: { '@type': 'Product', name: 'Hemp rope' } })}`,
    '<h1>Hemp rope review: strong as ever</h1>',
    { title: 'Hemp rope review: strong as ever', authors: ['Ada Quill'], publishedOn: '2031-02-27' },
  ],
];

test.each(FORMS)('%s', (_, address, head, body, expected) => {
  expect(read(address, head, body)).toMatchObject(expected);
});
