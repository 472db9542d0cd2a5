// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { type Form, jsonLd, meta, organisation, person, read } from './written-page.ts';

const crumbs = {
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: [{ '@type': 'ListItem', position: 1, item: { '@id': 'https://tide.example/sea', name: 'Sea' } }],
};

/** Stories as newspapers and magazines mark them up, with nothing of theirs but the form. */
const FORMS: readonly Form[] = [
  [
    'an American newspaper: byline with “By”, a graph of things, the day in the address',
    'https://www.nytimes.com/2031/02/27/science/knots.html',
    `<title>How Sailors Tie Their Knots - The New York Times</title>${meta({ byl: 'By Ada Quill and Ben Reed', 'og:title': 'How Sailors Tie Their Knots', pdate: '20310227', 'article:published_time': '2031-02-28T02:10:15.000Z', 'article:modified_time': '2031-03-01T10:00:00.000Z' })}${jsonLd({ '@type': 'NewsArticle', headline: 'How Sailors Tie Their Knots', author: [person('Ada Quill', { url: 'https://www.nytimes.com/by/ada-quill' }), person('Ben Reed')], publisher: { '@id': 'https://www.nytimes.com/#publisher', name: 'The New York Times' }, datePublished: '2031-02-28T02:10:15.000Z' }, organisation('The New York Times', { '@id': 'https://www.nytimes.com/#publisher' }), crumbs)}`,
    '<h1>How Sailors Tie Their Knots</h1><p class="css-x e1jsehar1">By <span itemprop="name">Ada Quill</span> and <span itemprop="name">Ben Reed</span></p><time datetime="2031-02-27T21:10:15-05:00"><span>Feb. 27, 2031</span></time>',
    {
      title: 'How Sailors Tie Their Knots',
      authors: ['Ada Quill', 'Ben Reed'],
      outlet: 'The New York Times',
      publishedOn: '2031-02-27',
    },
  ],
  [
    'a British newspaper: section and site in the window, profiles in article:author',
    'https://www.theguardian.com/world/2031/feb/27/sailors-knots',
    `<title>How sailors tie their knots | Ropes | The Guardian</title>${meta({ 'og:site_name': 'the Guardian', 'og:title': 'How sailors tie their knots', 'article:author': 'https://www.theguardian.com/profile/ada-quill', author: 'Ada Quill', 'article:published_time': '2031-02-27T06:00:41.000Z' })}${jsonLd([{ '@type': 'NewsArticle', headline: 'How sailors tie their knots', author: [person('Ada Quill', { sameAs: 'https://www.theguardian.com/profile/ada-quill' })], publisher: organisation('The Guardian'), datePublished: '2031-02-27T06:00:41.000Z' }, { '@type': 'WebPage' }])}`,
    '<h1>How sailors tie their knots</h1><address aria-label="Contributor info"><a rel="author" href="/profile/ada-quill">Ada Quill</a> Rope correspondent</address>',
    {
      title: 'How sailors tie their knots',
      authors: ['Ada Quill'],
      outlet: 'The Guardian',
      publishedOn: '2031-02-27',
    },
  ],
  [
    'a broadcaster: Facebook page as article:author, itself as author for machines, the person in the byline',
    'https://www.bbc.com/news/articles/c0abc123xyzo',
    `<title>Knots found in sunken ship - BBC News</title>${meta({ 'og:site_name': 'BBC News', 'og:title': 'Knots found in sunken ship', 'article:author': 'https://www.facebook.com/bbcnews' })}${jsonLd({ '@type': 'NewsArticle', headline: 'Knots found in sunken ship', author: [organisation('BBC News')], publisher: organisation('BBC News'), datePublished: '2031-02-27T23:40:11.000Z' })}`,
    '<h1>Knots found in sunken ship</h1><time datetime="2031-02-27T23:40:11.000Z">27 February 2031</time><div data-testid="byline-new"><div data-testid="byline-new-contributors"><div><div><span>Ada Quill</span></div><div><span>Science correspondent</span></div></div></div></div>',
    {
      title: 'Knots found in sunken ship',
      authors: ['Ada Quill'],
      outlet: 'BBC News',
      publishedOn: '2031-02-27',
    },
  ],
  [
    'a magazine: capitals in the byline, photographer beside it',
    'https://www.wired.com/story/knots-are-back/',
    `<title>Knots Are Back | WIRED</title>${meta({ 'og:site_name': 'WIRED', 'og:title': 'Knots Are Back', author: 'Ada Quill', 'parsely-author': 'Ada Quill' })}${jsonLd(crumbs, { '@type': 'NewsArticle', headline: 'Knots Are Back', author: [person('Ada Quill', { sameAs: 'https://www.wired.com/author/ada-quill' })], publisher: organisation('WIRED'), datePublished: '2031-02-27T06:00:00.000-05:00' })}`,
    '<h1>Knots Are Back</h1><div data-testid="BylinesWrapper" class="bylines"><span itemprop="author"><span itemprop="name">ADA QUILL</span></span></div><time>Feb 27, 2031 6:00 AM</time><p>PHOTOGRAPH: CY OAK</p>',
    { title: 'Knots Are Back', authors: ['Ada Quill'], outlet: 'WIRED', publishedOn: '2031-02-27' },
  ],
  [
    'a French newspaper: the domain as the name of the site, published and changed in one line',
    'https://www.lemonde.fr/sciences/article/2031/02/27/les-noeuds_6512345_1650684.html',
    `<html lang="fr"><title>Les nœuds sont de retour</title>${meta({ 'og:site_name': 'Le Monde.fr', 'og:title': 'Les nœuds sont de retour', 'og:article:author': 'Ada Quill', 'og:article:published_time': '2031-02-27T05:00:10+00:00' })}${jsonLd({ '@type': 'NewsArticle', headline: 'Les nœuds sont de retour', author: [person('Ada Quill')], publisher: organisation('Le Monde'), datePublished: '2031-02-27T06:00:10+01:00' })}`,
    '<h1>Les nœuds sont de retour</h1><span class="meta__author">Par <a href="/signataires/ada-quill/">Ada Quill</a></span><p class="meta__date">Publié le 27 février 2031 à 06h00, modifié le 28 février 2031 à 09h12</p>',
    {
      title: 'Les nœuds sont de retour',
      authors: ['Ada Quill'],
      outlet: 'Le Monde',
      publishedOn: '2031-02-27',
      language: 'fr',
    },
  ],
  [
    'a German magazine: the magazine as last of its authors',
    'https://www.spiegel.de/wissenschaft/knoten-a-1234abcd.html',
    `<html lang="de"><title>Seemannsknoten: Wie man sie knüpft - DER SPIEGEL</title>${meta({ 'og:site_name': 'DER SPIEGEL', 'og:title': 'Seemannsknoten: Wie man sie knüpft', author: 'Ada Quill, Ben Reed, DER SPIEGEL', date: '2031-02-27T06:12:00+01:00' })}${jsonLd([{ '@type': 'NewsArticle', headline: 'Seemannsknoten: Wie man sie knüpft', author: [person('Ada Quill'), person('Ben Reed')], publisher: organisation('DER SPIEGEL'), datePublished: '2031-02-27T06:12:00+01:00' }, crumbs])}`,
    '<h2><span>Seemannsknoten</span> <span>Wie man sie knüpft</span></h2><div>Von <a href="/impressum/autor-1">Ada Quill</a> und <a href="/impressum/autor-2">Ben Reed</a></div><time class="timeformat" datetime="2031-02-27 06:12:00">27.02.2031, 06.12 Uhr</time>',
    {
      title: 'Seemannsknoten: Wie man sie knüpft',
      authors: ['Ada Quill', 'Ben Reed'],
      outlet: 'DER SPIEGEL',
      publishedOn: '2031-02-27',
      language: 'de',
    },
  ],
  [
    'a Spanish newspaper just after midnight: machines have the day before, also in the element that shows the right one',
    'https://elpais.com/ciencia/los-nudos-vuelven.html',
    `<html lang="es"><title>Los nudos vuelven | Ciencia | EL PAÍS</title>${meta({ 'og:site_name': 'El País', 'og:title': 'Los nudos vuelven', author: 'Ada Quill', 'article:author': 'https://elpais.com/autor/ada-quill/', 'article:published_time': '2031-02-26T23:10:00.000Z' })}${jsonLd({ '@type': 'NewsArticle', headline: 'Los nudos vuelven', author: [person('Ada Quill')], publisher: organisation('El País'), datePublished: '2031-02-26T23:10:00.000Z' })}`,
    '<h1>Los nudos vuelven</h1><div><a href="/autor/ada-quill/">Ada Quill</a></div><time datetime="2031-02-26T23:10:00.000Z"><a>27 feb 2031 - 00:10 CET</a></time>',
    { title: 'Los nudos vuelven', authors: ['Ada Quill'], outlet: 'El País', publishedOn: '2031-02-27' },
  ],
  [
    'an agency: capitals for machines, and updated the day after',
    'https://apnews.com/article/ship-sinks-0123456789abcdef',
    `<title>Ship sinks off the coast | AP News</title>${meta({ 'og:site_name': 'AP News', 'og:title': 'Ship sinks off the coast', 'article:published_time': '2031-02-27T14:02:31', 'article:modified_time': '2031-02-28T15:41:00' })}${jsonLd({ '@type': 'NewsArticle', headline: 'Ship sinks off the coast', author: [person('ADA QUILL')], publisher: organisation('AP News'), datePublished: '2031-02-27T14:02:31' })}`,
    '<h1>Ship sinks off the coast</h1><div class="Page-byline">By&nbsp;<span>ADA QUILL</span></div><div class="Page-dateModified">Updated 3:41 PM GMT+1, February 28, 2031</div>',
    { title: 'Ship sinks off the coast', authors: ['Ada Quill'], outlet: 'AP News', publishedOn: '2031-02-27' },
  ],
  [
    'a magazine without bylines, which is its own author',
    'https://www.economist.com/science/2031/02/27/knots',
    `<title>Why knots are back</title>${meta({ 'og:site_name': 'The Economist', 'og:title': 'Why knots are back', author: 'The Economist' })}${jsonLd({ '@type': 'NewsArticle', headline: 'Why knots are back', author: organisation('The Economist'), publisher: organisation('The Economist'), datePublished: '2031-02-27T12:00:00Z' })}`,
    '<h1>Why knots are back</h1><time datetime="2031-02-27T12:00:00Z">Feb 27th 2031</time>',
    { title: 'Why knots are back', authors: [], outlet: 'The Economist', publishedOn: '2031-02-27' },
  ],
  [
    'a financial paper: the domain as site, the short name elsewhere',
    'https://www.bloomberg.com/news/articles/2031-02-27/rope-prices-climb',
    `<title>Rope Prices Climb on Demand From Sailors - Bloomberg</title>${meta({ 'og:site_name': 'Bloomberg.com', 'og:title': 'Rope Prices Climb on Demand From Sailors', 'parsely-author': 'Ada Quill', 'parsely-pub-date': '2031-02-27T05:00:00.000Z' })}${jsonLd({ '@type': 'NewsArticle', headline: 'Rope Prices Climb on Demand From Sailors', author: [person('Ada Quill'), person('Ben Reed')], publisher: organisation('Bloomberg'), datePublished: '2031-02-27T05:00:00.000Z' })}`,
    '<h1>Rope Prices Climb on Demand From Sailors</h1><p class="byline">By <a rel="author">Ada Quill</a> and <a rel="author">Ben Reed</a></p>',
    { authors: ['Ada Quill', 'Ben Reed'], outlet: 'Bloomberg', publishedOn: '2031-02-27' },
  ],
  [
    'a story whose related stories stand first in its JSON-LD',
    'https://tide.example/2031/02/27/knots-are-back',
    `<title>Knots are back | The Tide</title>${meta({ 'og:site_name': 'The Tide', 'og:title': 'Knots are back' })}${jsonLd(
      [
        {
          '@type': 'NewsArticle',
          headline: 'Sails are gone',
          url: 'https://tide.example/2031/01/05/sails',
          author: person('Cy Oak'),
          datePublished: '2031-01-05',
        },
        {
          '@type': 'NewsArticle',
          headline: 'Knots are back',
          url: 'https://tide.example/2031/02/27/knots-are-back',
          author: person('Ada Quill'),
          datePublished: '2031-02-27',
        },
      ],
    )}`,
    '<h1>Knots are back</h1>',
    { title: 'Knots are back', authors: ['Ada Quill'], publishedOn: '2031-02-27' },
  ],
  [
    'a list of top stories, and the story as the main thing of its page',
    'https://tide.example/story/knots-are-back',
    `<title>Knots are back – The Tide</title>${jsonLd({ '@type': 'ItemList', itemListElement: [{ '@type': 'NewsArticle', headline: 'Sails are gone', author: 'Cy Oak', datePublished: '2031-01-05' }] }, { '@type': 'WebPage', mainEntity: { '@type': 'NewsArticle', headline: 'Knots are back', author: ['Ada Quill', 'Ben Reed'], datePublished: '2031-02-27T08:00:00-08:00' } })}`,
    '<h1>Knots are back</h1>',
    { title: 'Knots are back', authors: ['Ada Quill', 'Ben Reed'], publishedOn: '2031-02-27' },
  ],
  [
    'an Italian story with nothing for machines',
    'https://marea.example/scienza/nodi',
    `<html lang="it"><title>I nodi sono tornati - La Marea</title>${meta({ 'og:site_name': 'La Marea' })}`,
    '<h1>I nodi sono tornati</h1><p>di Ada Quill</p><p>27 Febbraio 2031 alle 10:10</p>',
    { title: 'I nodi sono tornati', authors: ['Ada Quill'], outlet: 'La Marea', publishedOn: '2031-02-27' },
  ],
  [
    'a Dutch story with nothing for machines',
    'https://getij.example/wetenschap/knopen',
    `<html lang="nl"><title>De knopen zijn terug | Het Getij</title>${meta({ 'og:site_name': 'Het Getij' })}`,
    '<h1>De knopen zijn terug</h1><p>Door Ada Quill</p><p>27 februari 2031, 10:10</p>',
    { authors: ['Ada Quill'], publishedOn: '2031-02-27' },
  ],
  [
    'a Brazilian story: day and change in figures',
    'https://mare.example/ciencia/nos',
    `<html lang="pt-BR"><title>Os nós voltaram - Maré</title>${meta({ 'og:site_name': 'Maré' })}`,
    '<h1>Os nós voltaram</h1><p>Por Ada Quill — São Paulo</p><p>03/02/2031 05h00 Atualizado 04/02/2031</p>',
    { authors: ['Ada Quill'], publishedOn: '2031-02-03' },
  ],
  [
    'a Korean story: entered and changed in one line',
    'https://news.badak.example/article/1',
    `<html lang="ko"><title>매듭이 돌아왔다 | 바다신문</title>${meta({ 'og:site_name': '바다신문', 'og:title': '매듭이 돌아왔다' })}`,
    '<h1>매듭이 돌아왔다</h1><p class="byline">김철수 기자</p><p>입력 2031.02.27. 오전 10:10 수정 2031.02.28. 오전 9:00</p>',
    { title: '매듭이 돌아왔다', authors: ['김철수'], publishedOn: '2031-02-27' },
  ],
  [
    'a Russian story with a slash before the site',
    'https://habr.com/ru/articles/900001/',
    `<html lang="ru"><title>Семь узлов / Хабр</title>${meta({ 'og:site_name': 'Хабр', 'og:title': 'Семь узлов' })}${jsonLd({ '@type': 'Article', headline: 'Семь узлов', author: person('Анна Перова'), publisher: organisation('Habr'), datePublished: '2031-02-27T10:00:00+03:00' })}`,
    '<h1>Семь узлов</h1>',
    { title: 'Семь узлов', authors: ['Анна Перова'], outlet: 'Хабр', publishedOn: '2031-02-27' },
  ],
  [
    'an Arabic story',
    'https://bahr.example/news/2031/2/27/knots',
    `<html lang="ar"><title>سبع عقد للبحارة | البحر نت</title>${meta({ 'og:site_name': 'البحر نت', 'og:title': 'سبع عقد للبحارة' })}${jsonLd({ '@type': 'NewsArticle', headline: 'سبع عقد للبحارة', author: [person('محمد علي')], datePublished: '2031-02-27T10:00:00Z' })}`,
    '<h1>سبع عقد للبحارة</h1>',
    { title: 'سبع عقد للبحارة', authors: ['محمد علي'], outlet: 'البحر نت', publishedOn: '2031-02-27' },
  ],
  [
    'a release of a company, whose author is the company',
    'https://www.newswire.example/news-releases/rope-inc-announces-knot-302000001.html',
    `<title>Rope &amp; Sons Announces a Knot</title>${meta({ 'og:site_name': 'News Wire', 'og:title': 'Rope & Sons Announces a Knot', author: 'Rope & Sons', date: '2031-02-27T08:00:00-05:00' })}${jsonLd({ '@type': 'NewsArticle', headline: 'Rope &amp; Sons Announces a Knot', author: organisation('Rope & Sons'), datePublished: '2031-02-27T08:00:00-05:00' })}`,
    '<h1>Rope &amp; Sons Announces a Knot</h1><p>News provided by</p><p><strong>Rope &amp; Sons</strong></p><p>Feb 27, 2031, 08:00 ET</p>',
    {
      title: 'Rope & Sons Announces a Knot',
      authors: ['Rope & Sons'],
      outlet: 'News Wire',
      publishedOn: '2031-02-27',
    },
  ],
  [
    'a release of a commission that names itself twice',
    'https://commission.europa.example/presscorner/detail/en/ip_31_1',
    `<title>Commission ties knots for all - European Rope Commission</title>${meta({ 'og:site_name': 'European Rope Commission - European Rope Commission', 'og:title': 'Commission ties knots for all' })}`,
    '<p>Press release</p><p>27 February 2031</p><p>Brussels</p><h1>Commission ties knots for all</h1>',
    {
      title: 'Commission ties knots for all',
      authors: [],
      outlet: 'European Rope Commission',
      publishedOn: '2031-02-27',
    },
  ],
  [
    'a page of a government, whose department is its author',
    'https://www.gov.uk/government/news/rope-act-comes-into-force',
    `<title>Rope Act comes into force - GOV.UK</title>${meta({ 'og:site_name': 'GOV.UK', 'og:title': 'Rope Act comes into force', 'govuk:first-published-at': '2031-02-27T00:01:00+00:00', 'govuk:updated-at': '2031-03-01T09:00:00+00:00' })}${jsonLd({ '@type': 'NewsArticle', headline: 'Rope Act comes into force', author: organisation('Department for Ropes'), publisher: organisation('GOV.UK'), datePublished: '2031-02-27T00:01:00+00:00' })}`,
    '<h1>Rope Act comes into force</h1><dl><dt>From:</dt><dd><a>Department for Ropes</a></dd><dt>Published</dt><dd>27 February 2031</dd><dt>Last updated</dt><dd>1 March 2031</dd></dl>',
    {
      title: 'Rope Act comes into force',
      authors: ['Department for Ropes'],
      outlet: 'GOV.UK',
      publishedOn: '2031-02-27',
    },
  ],
  [
    'an application that has gone on: the card is of the story before, the JSON-LD of this one',
    'https://tide.example/story/knots',
    `<title>Knots are back in town | The Tide</title>${meta({ 'og:site_name': 'The Tide', 'og:title': 'Sails are gone', 'og:url': 'https://tide.example/story/sails', author: 'Cy Oak', 'article:published_time': '2031-01-05' })}${jsonLd({ '@type': 'NewsArticle', headline: 'Knots are back in town', url: 'https://tide.example/story/knots', author: person('Ada Quill'), datePublished: '2031-02-27' })}`,
    '<h1>Knots are back in town</h1>',
    { title: 'Knots are back in town', authors: ['Ada Quill'], outlet: 'The Tide', publishedOn: '2031-02-27' },
  ],
];

test.each(FORMS)('%s', (_, address, head, body, expected) => {
  expect(read(address, head, body)).toMatchObject(expected);
});
