// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { type Form, jsonLd, meta, organisation, person, read } from './written-page.ts';

/** Code, documentation, forums, mail, social sites and video as their platforms mark them up, with nothing of theirs but the form. */
const FORMS: readonly Form[] = [
  [
    'a file of a repository',
    'https://github.com/adaquill/rope/blob/main/README.md',
    `<title>rope/README.md at main · adaquill/rope · GitHub</title>${meta({ 'og:site_name': 'GitHub', 'og:title': 'rope/README.md at main · adaquill/rope' })}`,
    '<h1 class="sr-only">Files</h1><article><h1>Rope</h1></article>',
    { title: 'rope/README.md at main · adaquill/rope', authors: [], outlet: 'GitHub' },
  ],
  [
    'a release of a repository, its moment in an element of its own',
    'https://github.com/adaquill/rope/releases/tag/v1.2.0',
    `<title>Release v1.2.0 · adaquill/rope · GitHub</title>${meta({ 'og:site_name': 'GitHub', 'og:title': 'Release v1.2.0 · adaquill/rope' })}`,
    '<h1 class="sr-only">Release v1.2.0</h1><div><a href="/adaquill">adaquill</a> released this <relative-time datetime="2031-02-27T10:00:00Z">27 Feb 10:00</relative-time></div><h1>v1.2.0</h1>',
    { title: 'Release v1.2.0', authors: [], outlet: 'GitHub', publishedOn: '2031-02-27' },
  ],
  [
    'a gist',
    'https://gist.github.com/adaquill/0123456789abcdef',
    `<title>Seven knots in one function · GitHub</title>${meta({ 'og:site_name': 'Gist', 'og:title': 'Seven knots in one function' })}`,
    '<h1><a href="/adaquill">adaquill</a>/<a>knots.ts</a></h1>',
    { title: 'Seven knots in one function', outlet: 'Gist' },
  ],
  [
    'a project at GitLab',
    'https://gitlab.com/adaquill/rope',
    `<title>Ada Quill / rope · GitLab</title>${meta({ 'og:site_name': 'GitLab', 'og:title': 'Ada Quill / rope · GitLab' })}`,
    '<h1>rope</h1>',
    { title: 'Ada Quill / rope', outlet: 'GitLab' },
  ],
  [
    'a package of Python',
    'https://pypi.org/project/rope/',
    `<title>rope · PyPI</title>${meta({ 'og:site_name': 'PyPI', 'og:title': 'rope' })}`,
    '<h1>rope 1.2.0</h1><p>Released: <time datetime="2031-02-27T10:00:00+0000">Feb 27, 2031</time></p>',
    { title: 'rope', outlet: 'PyPI', publishedOn: '2031-02-27' },
  ],
  [
    'documentation made by Sphinx',
    'https://rope.readthedocs.example/en/latest/knots.html',
    '<title>Tying knots &mdash; Rope 1.2 documentation</title>',
    '<h1>Tying knots<a class="headerlink" href="#tying-knots">¶</a></h1>',
    { title: 'Tying knots', authors: [], outlet: 'Rope 1.2 documentation' },
  ],
  [
    'a reference whose site is called by letters',
    'https://developer.mozilla.org/en-US/docs/Web/API/Knot/tie',
    `<title>Knot: tie() method - Web APIs | MDN</title>${meta({ 'og:site_name': 'MDN Web Docs', 'og:title': 'Knot: tie() method - Web APIs | MDN' })}`,
    '<h1>Knot: tie() method</h1><p>This page was last modified on <time datetime="2031-02-27T10:00:00Z">Feb 27, 2031</time> by <a>MDN contributors</a>.</p>',
    { title: 'Knot: tie() method', authors: [], outlet: 'MDN Web Docs' },
  ],
  [
    'an encyclopaedia that everyone writes',
    'https://en.wikipedia.org/wiki/Bowline',
    `<title>Bowline - Wikipedia</title>${meta({ 'og:title': 'Bowline - Wikipedia', 'og:type': 'website' })}${jsonLd({ '@type': 'Article', name: 'Bowline', author: organisation('Contributors to Wikimedia projects'), publisher: organisation('Wikimedia Foundation, Inc.'), datePublished: '2004-01-05T08:00:00Z', dateModified: '2031-02-27T10:00:00Z', headline: 'type of knot' })}`,
    '<h1 id="firstHeading"><span class="mw-page-title-main">Bowline</span></h1><div id="siteSub">From Wikipedia, the free encyclopedia</div>',
    { title: 'Bowline', authors: [], outlet: 'Wikipedia' },
  ],
  [
    'the same in German',
    'https://de.wikipedia.org/wiki/Palstek',
    `<html lang="de"><title>Palstek – Wikipedia</title>${meta({ 'og:title': 'Palstek – Wikipedia' })}${jsonLd({ '@type': 'Article', name: 'Palstek', author: organisation('Autoren der Wikimedia-Projekte'), publisher: organisation('Wikimedia Foundation, Inc.') })}`,
    '<h1 id="firstHeading">Palstek</h1>',
    { title: 'Palstek', authors: [], outlet: 'Wikipedia', language: 'de' },
  ],
  [
    'a question with its tag in the window, and those who answered',
    'https://stackoverflow.com/questions/5/how-do-i-tie-a-bowline',
    `<title>rope - How do I tie a bowline? - Stack Overflow</title>${meta({ 'og:site_name': 'Stack Overflow', 'og:title': 'How do I tie a bowline?' })}`,
    '<div itemprop="mainEntity"><h1 itemprop="name"><a class="question-hyperlink">How do I tie a bowline?</a></h1><div>Asked <time itemprop="dateCreated" datetime="2031-02-27T10:00:00">3 days ago</time></div><div class="question"><div itemprop="author"><span class="d-none" itemprop="name">Ada Quill</span></div></div><div itemprop="suggestedAnswer"><div itemprop="author"><span itemprop="name">Ben Reed</span></div></div></div>',
    {
      title: 'How do I tie a bowline?',
      authors: ['Ada Quill'],
      outlet: 'Stack Overflow',
      publishedOn: '2031-02-27',
    },
  ],
  [
    'a thread of Reddit, whose card puts the place first',
    'https://www.reddit.com/r/knots/comments/1abcd/seven_knots_every_sailor_knows/',
    `<title>Seven knots every sailor knows : r/knots</title>${meta({ 'og:site_name': 'Reddit', 'og:title': 'r/knots on Reddit: Seven knots every sailor knows' })}`,
    '<h1 slot="title">Seven knots every sailor knows</h1>',
    { title: 'Seven knots every sailor knows', authors: [], outlet: 'Reddit' },
  ],
  [
    'a post on Bluesky: the window names the account',
    'https://bsky.app/profile/quill.example/post/3abc',
    `<title>Ada Quill (@quill.example)</title>${meta({ 'og:site_name': 'Bluesky Social', 'og:title': 'Ada Quill (@quill.example)', 'og:description': 'A bowline a day', 'article:published_time': '2031-02-27T22:10:00Z' })}`,
    '',
    {
      title: 'Ada Quill (@quill.example)',
      authors: ['Ada Quill'],
      outlet: 'Bluesky Social',
      publishedOn: '2031-02-27',
    },
  ],
  [
    'a post on X',
    'https://x.com/adaquill/status/1',
    `<title>Ada Quill on X: "A bowline a day keeps the sea away" / X</title>${meta({ 'og:site_name': 'X (formerly Twitter)', 'og:title': 'Ada Quill (@adaquill) on X' })}`,
    '',
    { title: 'Ada Quill on X: "A bowline a day keeps the sea away"', authors: ['Ada Quill'] },
  ],
  [
    'a film at Vimeo',
    'https://vimeo.com/900000001',
    `<title>Seven knots on Vimeo</title>${meta({ 'og:site_name': 'Vimeo', 'og:title': 'Seven knots' })}${jsonLd([
      {
        '@type': 'VideoObject',
        name: 'Seven knots',
        uploadDate: '2031-02-27T23:11:00-05:00',
        author: person('Ada Quill', { url: 'https://vimeo.com/ada' }),
      },
      { '@type': 'BreadcrumbList', itemListElement: [] },
    ])}`,
    '<h1>Seven knots</h1>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'Vimeo', publishedOn: '2031-02-27' },
  ],
  [
    'a weekly about a kernel: the site in brackets behind the title, a byline in bold',
    'https://lwn.net/Articles/900001/',
    '<title>Tying knots in the kernel [LWN.net]</title>',
    '<div class="PageHeadline"><h1>Tying knots in the kernel</h1></div><div class="FeatureByline"> By <b>Ada Quill</b><br>February 27, 2031 <hr></div>',
    { title: 'Tying knots in the kernel', authors: ['Ada Quill'], outlet: 'LWN.net', publishedOn: '2031-02-27' },
  ],
  [
    'a message of a list, as Mailman keeps it',
    'https://lists.rope.example/pipermail/knots/2031-February/000005.html',
    '<title> [Knots] Bowlines that slip </title>',
    '<h1>[Knots] Bowlines that slip</h1><b>Ada Quill</b> <a href="mailto:knots%40rope.example?Subject=Re">ada at quill.example </a><br><i>Thu Feb 27 10:10:10 CET 2031</i><p><ul><li>Previous message: <a>Sheets</a></li></ul><hr><pre>Dear all</pre>',
    { title: '[Knots] Bowlines that slip', authors: ['Ada Quill'], publishedOn: '2031-02-27' },
  ],
  [
    'a message of a list, as standards bodies keep it',
    'https://lists.w3.org/Archives/Public/public-ropes/2031Feb/0005.html',
    `<title>Bowlines that slip from Ada Quill on 2031-02-27 (public-ropes@w3.org from February 2031)</title>${meta({ Author: 'Ada Quill (ada@quill.example)', Subject: 'Bowlines that slip', Date: '2031-02-27' })}`,
    '<h1>Bowlines that slip</h1><ul><li><span class="from"><dfn>From</dfn>: Ada Quill &lt;<a>ada@quill.example</a>&gt;</span></li></ul>',
    { title: 'Bowlines that slip', authors: ['Ada Quill'], publishedOn: '2031-02-27' },
  ],
  [
    'a message of a list in a newer keeper',
    'https://lists.rope.example/hyperkitty/list/knots@rope.example/thread/ABC/',
    `<title>Bowlines that slip - Knots - lists.rope.example</title>${meta({ author: '' })}`,
    '<h3>Bowlines that slip</h3><div class="email-header"><div class="email-author"><span class="name"><a title="See the profile">Ada Quill</a></span></div><div class="email-date"><span title="Sender\'s time: Feb. 27, 2031, 11:10 a.m.">27 Feb 2031</span></div></div>',
    { title: 'Bowlines that slip', publishedOn: '2031-02-27' },
  ],
  [
    'a document that is edited together',
    'https://docs.google.com/document/d/1abc/edit',
    `<title>Seven knots - Google Docs</title>${meta({ 'og:site_name': 'Google Docs', 'og:title': 'Seven knots' })}`,
    '',
    { title: 'Seven knots', authors: [], outlet: 'Google Docs' },
  ],
  [
    'a page of Notion',
    'https://ada.notion.site/Seven-knots-0123456789abcdef',
    `<title>Seven knots | Notion</title>${meta({ 'og:site_name': 'Ada’s Notion on Notion', 'og:title': 'Seven knots | Notion' })}`,
    '',
    { title: 'Seven knots', authors: [] },
  ],
  [
    'a topic of Discourse as robots see it',
    'https://meta.ropes.example/t/seven-knots/5',
    `<title>Seven knots - Show and tell - Rope Forum</title>${meta({ 'og:site_name': 'Rope Forum', 'og:title': 'Seven knots', 'article:published_time': '2031-02-27T23:10:00+00:00' })}`,
    '<h1><a href="/t/seven-knots/5">Seven knots</a></h1><div id="post_1" class="topic-body crawler-post"><span class="creator" itemprop="author" itemscope><a itemprop="url" href="/u/ada"><span itemprop="name">Ada Quill</span></a></span><time itemprop="datePublished" datetime="2031-02-27T23:10:00Z">February 27, 2031, 11:10pm</time></div><div id="post_2" class="topic-body crawler-post" itemprop="comment"><span class="creator" itemprop="author"><span itemprop="name">Ben Reed</span></span></div>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'Rope Forum', publishedOn: '2031-02-27' },
  ],
];

test.each(FORMS)('%s', (_, address, head, body, expected) => {
  expect(read(address, head, body)).toMatchObject(expected);
});
