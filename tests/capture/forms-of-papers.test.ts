// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { type Form, jsonLd, meta, organisation, person, read } from './written-page.ts';

/** Papers, records of libraries, standards and books as their hosts mark them up, with nothing of theirs but the form. */
const FORMS: readonly Form[] = [
  [
    'a journal of a big publisher',
    'https://www.nature.com/articles/s41586-031-00001-1',
    `<title>On knots in rope | Nature</title>${meta({ 'dc.title': 'On knots in rope', 'dc.publisher': 'Nature Publishing Group', 'dc.date': '2031-02-27', 'dc.identifier': 'doi:10.1038/s41586-031-00001-1', 'dc.creator': ['Quill, Ada', 'Reed, Ben J.'], citation_title: 'On knots in rope', citation_journal_title: 'Nature', citation_online_date: '2031/02/27', citation_publication_date: '2031/03', citation_author: ['Quill, Ada', 'Reed, Ben J.'], citation_doi: '10.1038/s41586-031-00001-1', 'og:site_name': 'Nature' })}${jsonLd({ mainEntity: { '@type': 'ScholarlyArticle', headline: 'On knots in rope', datePublished: '2031-02-27T00:00:00Z', author: [person('Ada Quill'), person('Ben J. Reed')], publisher: organisation('Nature Publishing Group UK') } })}`,
    '<h1>On knots in rope</h1>',
    {
      title: 'On knots in rope',
      authors: ['Ada Quill', 'Ben J. Reed'],
      outlet: 'Nature',
      publishedOn: '2031-02-27',
      doi: '10.1038/s41586-031-00001-1',
    },
  ],
  [
    'a journal on the platform of ACM, Science and others: Dublin Core with spaces',
    'https://www.science.org/doi/10.1126/science.abc1234',
    `<title>On knots in rope | Science</title>${meta({ publication_doi: '10.1126/science.abc1234', 'dc.Title': 'On knots in rope', 'dc.Creator': [' Ada Quill ', ' Ben J. Reed '], 'dc.Date': '2031-02-27', 'dc.Identifier': ['10.1126/science.abc1234', 'science.abc1234'], 'dc.Publisher': 'American Association for Ropes', citation_journal_title: 'Science' })}`,
    '<h1 property="name">On knots in rope</h1>',
    {
      title: 'On knots in rope',
      authors: ['Ada Quill', 'Ben J. Reed'],
      outlet: 'Science',
      publishedOn: '2031-02-27',
      doi: '10.1126/science.abc1234',
    },
  ],
  [
    'the same platform, authors in RDFa alone, and those of what it cites further down',
    'https://dl.acm.org/doi/10.1145/1234567.1234568',
    `<title>On knots in rope | Proceedings of the 5th Rope Conference</title>${meta({ 'og:site_name': 'ACM Conferences', 'og:title': 'On knots in rope | Proceedings of the 5th Rope Conference', publication_doi: '10.1145/1234567.1234568' })}`,
    '<h1 property="name">On knots in rope</h1><div class="contributors"><span class="authors"><span property="author" typeof="Person"><a><span property="givenName">Ada</span> <span property="familyName">Quill</span></a></span>, <span property="author" typeof="Person"><a><span property="givenName">Ben</span> <span property="familyName">Reed</span></a></span></span></div><div class="core-published">Published: <span class="core-date-published" property="datePublished">27 February 2031</span></div><section><p>Text</p></section><div role="doc-bibliography"><div><div><span property="author" typeof="Person">Cy Oak</span></div></div></div>',
    {
      title: 'On knots in rope',
      authors: ['Ada Quill', 'Ben Reed'],
      publishedOn: '2031-02-27',
      doi: '10.1145/1234567.1234568',
    },
  ],
  [
    'an open journal: the day in words',
    'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000001',
    `<title>On knots in rope | PLOS One</title>${meta({ citation_title: 'On knots in rope', citation_doi: '10.1371/journal.pone.0000001', citation_author: ['Ada Quill', 'Ben J. Reed'], citation_author_institution: ['University of Rope', 'Sea College'], citation_date: 'Feb 27, 2031', citation_journal_title: 'PLOS ONE', citation_publisher: 'Public Library of Rope', 'og:site_name': 'PLOS One' })}`,
    '<h1>On knots in rope</h1>',
    { authors: ['Ada Quill', 'Ben J. Reed'], outlet: 'PLOS ONE', publishedOn: '2031-02-27' },
  ],
  [
    'a record of PubMed: initials for machines, names for readers, the day as Americans write it',
    'https://pubmed.ncbi.nlm.nih.gov/30000001/',
    `<title>On knots in rope - PubMed</title>${meta({ citation_title: 'On knots in rope', citation_authors: 'Quill A;Reed BJ;', citation_journal_title: 'Rope Lett', citation_date: '02/27/2031', citation_doi: '10.1000/rope.5', citation_pmid: '30000001', 'og:site_name': 'PubMed', 'og:title': 'On knots in rope - PubMed' })}`,
    '<h1 class="heading-title">On knots in rope</h1><div class="authors"><div class="authors-list"><span class="authors-list-item"><a class="full-name" href="/?term=Quill+A">Ada Quill</a><sup class="affiliation-links">1</sup></span>, <span class="authors-list-item"><a class="full-name" href="/?term=Reed+BJ">Ben J Reed</a><sup>2</sup></span></div></div>',
    {
      title: 'On knots in rope',
      authors: ['Ada Quill', 'Ben J Reed'],
      outlet: 'Rope Lett',
      publishedOn: '2031-02-27',
      doi: '10.1000/rope.5',
    },
  ],
  [
    'an archive of journals that says “on” before its name',
    'https://www.jstor.org/stable/1000001',
    `<title>On Knots in Rope on JSTOR</title>${meta({ 'og:site_name': 'www.jstor.org', 'og:title': 'On Knots in Rope on JSTOR' })}`,
    '<h1>On Knots in Rope</h1>',
    { title: 'On Knots in Rope', authors: [], outlet: 'JSTOR' },
  ],
  [
    'a preprint of a repository',
    'https://osf.io/preprints/psyarxiv/ab1cd',
    `<title>OSF | On knots in rope</title>${meta({ 'og:site_name': 'OSF', 'og:title': 'On knots in rope', citation_title: 'On knots in rope', citation_author: ['Ada Quill', 'Ben Reed'], citation_publication_date: '2031/02/27', citation_doi: '10.31234/osf.io/ab1cd', citation_publisher: 'PsyArXiv', 'dc.creator': ['Ada Quill', 'Ben Reed'] })}`,
    '',
    {
      title: 'On knots in rope',
      authors: ['Ada Quill', 'Ben Reed'],
      outlet: 'PsyArXiv',
      publishedOn: '2031-02-27',
      doi: '10.31234/osf.io/ab1cd',
    },
  ],
  [
    'a data set',
    'https://zenodo.org/records/1000001',
    `<title>Knots of the world</title>${meta({ 'og:site_name': 'Zenodo', 'og:title': 'Knots of the world' })}${jsonLd({ '@type': 'Dataset', '@id': 'https://doi.org/10.5281/zenodo.1000001', identifier: 'https://doi.org/10.5281/zenodo.1000001', name: 'Knots of the world', creator: [person('Quill, Ada', { givenName: 'Ada', familyName: 'Quill' }), person('Reed, Ben J.')], datePublished: '2031-02-27', publisher: organisation('Zenodo') })}`,
    '<h1>Knots of the world</h1>',
    {
      title: 'Knots of the world',
      authors: ['Ada Quill', 'Ben J. Reed'],
      outlet: 'Zenodo',
      publishedOn: '2031-02-27',
      doi: '10.5281/zenodo.1000001',
    },
  ],
  [
    'a working paper with its authors in the window',
    'https://papers.ssrn.com/sol3/papers.cfm?abstract_id=5000001',
    `<title>On Knots in Rope by Ada Quill, Ben Reed :: SSRN</title>${meta({ citation_title: 'On Knots in Rope', citation_author: ['Quill, Ada', 'Reed, Ben'], citation_online_date: '2031/02/27', citation_publication_date: '2031/02/20', citation_doi: '10.2139/ssrn.5000001', 'og:title': 'On Knots in Rope' })}`,
    '<h1>On Knots in Rope</h1>',
    {
      title: 'On Knots in Rope',
      authors: ['Ada Quill', 'Ben Reed'],
      outlet: 'SSRN',
      doi: '10.2139/ssrn.5000001',
    },
  ],
  [
    'a submission to a conference',
    'https://openreview.net/forum?id=AbC_d-1',
    `<title>On knots in rope | OpenReview</title>${meta({ citation_title: 'On knots in rope', citation_author: ['Ada Quill', 'Ben Reed'], citation_online_date: '2031/02/27', citation_conference_title: 'Rope Conference 2031', 'og:site_name': 'OpenReview', 'og:title': 'On knots in rope' })}`,
    '<h2 class="citation_title">On knots in rope</h2>',
    { authors: ['Ada Quill', 'Ben Reed'], outlet: 'Rope Conference 2031', publishedOn: '2031-02-27' },
  ],
  [
    'a preprint server for biology',
    'https://www.biorxiv.org/content/10.1101/2031.02.27.123456v1',
    `<title>On knots in rope | bioRxiv</title>${meta({ 'article:published_time': '2031-02-27', 'og:site_name': 'bioRxiv', 'DC.Contributor': ['Ada Quill', 'Ben Reed'], 'DC.Date': '2031-02-27', 'DC.Identifier': '10.1101/2031.02.27.123456', citation_title: 'On knots in rope', citation_author: ['Ada Quill', 'Ben Reed'], citation_journal_title: 'bioRxiv', citation_doi: '10.1101/2031.02.27.123456', citation_publication_date: '2031/01/01' })}`,
    '<h1 id="page-title">On knots in rope</h1>',
    { authors: ['Ada Quill', 'Ben Reed'], outlet: 'bioRxiv', publishedOn: '2031-02-27' },
  ],
  [
    'a repository of a university: Dublin Core alone, names the other way round',
    'https://dspace.uni.example/handle/1721.1/5',
    `<title>On knots in rope</title>${meta({ 'DC.creator': ['Quill, Ada', 'Reed, Ben J.'], 'DCTERMS.issued': '2031-02-27', 'DC.title': 'On knots in rope', 'DC.publisher': 'University of Rope', 'DC.identifier': 'https://doi.org/10.1234/dspace.5' })}`,
    '<h2>On knots in rope</h2>',
    {
      title: 'On knots in rope',
      authors: ['Ada Quill', 'Ben J. Reed'],
      outlet: 'University of Rope',
      publishedOn: '2031-02-27',
      doi: '10.1234/dspace.5',
    },
  ],
  [
    'several names in one tag, each the other way round',
    'https://journal.example/articles/7',
    `<title>On knots in rope</title>${meta({ citation_title: 'On knots in rope', author: 'Quill, Ada and Reed, Ben J.', citation_journal_title: 'Journal of Rope' })}`,
    '',
    { authors: ['Ada Quill', 'Ben J. Reed'] },
  ],
  [
    'a standard in the new form of RFCs',
    'https://www.rfc-editor.org/rfc/rfc9999.html',
    `<title>RFC 9999: Knots over IP</title>${meta({ author: ['Ada Quill', 'Ben Reed'], description: 'This document ties knots.', generator: 'xml2rfc 3.20' })}`,
    '<div id="external-metadata" class="document-information"></div><dl id="identifiers"><dt class="label-rfc">RFC:</dt><dd class="rfc">9999</dd><dt class="label-published">Published:</dt><dd class="published"><time datetime="2031-02" class="published">February 2031</time></dd><dt class="label-authors">Authors:</dt><dd class="authors"><div class="author"><div class="author-name">A. Quill</div><div class="org">Rope Inc.</div></div><div class="author"><div class="author-name">B. Reed</div></div></dd></dl><h1 id="rfcnum">RFC 9999</h1><h1 id="title">Knots over IP</h1>',
    { title: 'RFC 9999: Knots over IP', authors: ['Ada Quill', 'Ben Reed'], publishedOn: '' },
  ],
  [
    'the same at its working place',
    'https://datatracker.ietf.org/doc/html/rfc9999',
    `<title>RFC 9999 - Knots over IP</title>${meta({ 'og:title': 'RFC 9999: Knots over IP', 'og:site_name': 'IETF Datatracker', 'article:author': ['Ada Quill', 'Ben Reed'], 'og:article:published_time': '2031-02-27T00:00:00' })}`,
    '<span class="h1">Knots over IP</span>',
    {
      title: 'RFC 9999: Knots over IP',
      authors: ['Ada Quill', 'Ben Reed'],
      outlet: 'IETF Datatracker',
      publishedOn: '2031-02-27',
    },
  ],
  [
    'a specification with editors, their firms and their days',
    'https://www.w3.org/TR/2031/WD-knots-1-20310227/',
    '<title>Knots Module Level 1</title>',
    '<h1 class="p-name no-ref" id="title">Knots Module Level 1</h1><p id="w3c-state"><a>W3C Working Draft</a>, <time class="dt-updated" datetime="2031-02-27">27 February 2031</time></p><dl><dt class="editor">Editors:<dd class="editor p-author h-card vcard"><a class="p-name fn u-email email">Ada Quill</a> (<span class="p-org org">Rope Inc.</span>)<dd class="editor p-author h-card vcard"><a class="p-name fn u-url url">Ben Reed</a> (<a class="p-org org">Sea Foundation</a>)</dl>',
    { title: 'Knots Module Level 1', authors: ['Ada Quill', 'Ben Reed'], publishedOn: '2031-02-27' },
  ],
  [
    'a book at its publisher',
    'https://www.rope-house.example/books/700001/seven-knots-by-ada-quill/',
    `<title>Seven Knots by Ada Quill: 9780000000001 | RopeHouse.com: Books</title>${meta({ 'og:site_name': 'RopeHouse', 'og:title': 'Seven Knots by Ada Quill: 9780000000001 | RopeHouse.com: Books' })}${jsonLd({ '@type': 'Book', name: 'Seven Knots', author: [person('Ada Quill')], datePublished: '2031-02-27', isbn: '9780000000001' })}`,
    '<h1>Seven Knots</h1><h2>By Ada Quill</h2>',
    { title: 'Seven Knots', authors: ['Ada Quill'], outlet: 'RopeHouse', publishedOn: '2031-02-27' },
  ],
  [
    'a book at a shop: the author the other way round in the window',
    'https://www.amazon.com/dp/0000000001',
    '<title>Seven Knots: Quill, Ada: 9780000000001: Amazon.com: Books</title>',
    '<h1 id="title"><span id="productTitle">Seven Knots</span></h1><div id="bylineInfo"><span class="author notFaded"><a href="/Ada-Quill/e/B0">Ada Quill</a> <span class="contribution">(Author)</span></span></div>',
    { title: 'Seven Knots', authors: ['Ada Quill'] },
  ],
  [
    'a book in a library, between colons',
    'https://archive.org/details/sevenknots',
    `<title>Seven knots : Ada Quill : Free Download, Borrow, and Streaming : Internet Archive</title>${meta({ 'og:site_name': 'Internet Archive', 'og:title': 'Seven knots : Ada Quill : Free Download, Borrow, and Streaming : Internet Archive' })}`,
    '<h1 class="item-title"><span itemprop="name">Seven knots</span></h1><dl><dt>by</dt><dd><span itemprop="creator"><a>Ada Quill</a></span></dd><dt>Publication date</dt><dd><span itemprop="datePublished">1931</span></dd></dl>',
    { title: 'Seven knots', authors: ['Ada Quill'], outlet: 'Internet Archive' },
  ],
];

test.each(FORMS)('%s', (_, address, head, body, expected) => {
  expect(read(address, head, body)).toMatchObject(expected);
});
