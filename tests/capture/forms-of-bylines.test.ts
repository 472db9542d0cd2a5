// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { jsonLd, meta, organisation, person, read } from './written-page.ts';

const AT = 'https://tide.example/story/knots';
const HEAD = `<title>Seven knots | The Tide</title>${meta({ 'og:site_name': 'The Tide', 'og:title': 'Seven knots' })}`;

const authorsOf = (head: string, body = '') => read(AT, HEAD + head, `<h1>Seven knots</h1>${body}`).authors;

describe('authors in a meta tag', () => {
  test.each([
    ['Quill, Ada and Reed, Ben', ['Ada Quill', 'Ben Reed']],
    ['Quill, Ada; Reed, Ben', ['Ada Quill', 'Ben Reed']],
    ['Quill, Ada; Reed, Ben J.; Oak, Cy', ['Ada Quill', 'Ben J. Reed', 'Cy Oak']],
    ['Quill, Ada & Reed, Ben', ['Ada Quill', 'Ben Reed']],
    ['Quill, Ada, Reed, Ben and Oak, Cy', ['Ada Quill', 'Ben Reed', 'Cy Oak']],
    ['Quill, A., Reed, B. J., Oak, C.', ['A. Quill', 'B. J. Reed', 'C. Oak']],
    ['Quill, A., Reed, B. and Oak, C.', ['A. Quill', 'B. Reed', 'C. Oak']],
    ['Ada Quill, Ben Reed & Cy Oak', ['Ada Quill', 'Ben Reed', 'Cy Oak']],
    ['Ada Quill, Ben Reed and Cy Oak', ['Ada Quill', 'Ben Reed', 'Cy Oak']],
    ['By Ada Quill and Ben Reed', ['Ada Quill', 'Ben Reed']],
    ['by Ada Quill, with Ben Reed', ['Ada Quill', 'Ben Reed']],
    ['Ada Quill + Ben Reed', ['Ada Quill', 'Ben Reed']],
    ['Ada Quill e Ben Reed', ['Ada Quill', 'Ben Reed']],
    ['Ada Quill och Ben Reed', ['Ada Quill', 'Ben Reed']],
    ['Анна Перова и Иван Бурый', ['Анна Перова', 'Иван Бурый']],
    ['van der Reed, Jan', ['Jan van der Reed']],
    ['Reed, Ben, Jr.', ['Ben Reed Jr.']],
    ['Rope & Sons', ['Rope & Sons']],
    ['Ada Quill, Rope & Sons', ['Ada Quill']],
    ['ADA QUILL AND BEN REED', ['Ada Quill', 'Ben Reed']],
    ['ADA MCQUILL', ['Ada McQuill']],
    ["SEÁN O'BRIEN", ["Seán O'Brien"]],
    ['JAN VAN DER REED', ['Jan van der Reed']],
    ['Ada Quill, Contributing Writer', ['Ada Quill']],
    ['Ada Quill, The Tide', ['Ada Quill']],
    ['Ada Quill - The Tide', ['Ada Quill']],
    ['Ada Quill @adaquill', ['Ada Quill']],
    ['Ada Quill (ada@quill.example)', ['Ada Quill']],
    ['Ada Quill &lt;ada@quill.example&gt;', ['Ada Quill']],
    ['ada@quill.example (Ada Quill)', ['Ada Quill']],
    ['Ada Quill, https://quill.example', ['Ada Quill']],
    ['https://www.facebook.com/adaquill', []],
    ['https://tide.example/author/ada', []],
    ['www.quill.example', []],
    ['@adaquill', []],
    ['admin', []],
    ['Administrator', []],
    ['Guest Author', []],
    ['Guest Contributor', []],
    ['Staff', []],
    ['Tide Staff', []],
    ['The Tide Staff', []],
    ['Staff Reporter', []],
    ['Editorial Board', []],
    ['Redaktion', []],
    ['La rédaction', []],
    ['Redacción', []],
    ['Redazione', []],
    ['Redação', []],
    ['De redactie', []],
    ['Редакция', []],
    ['編集部', []],
    ['Web Desk', []],
    ['The Tide', []],
    ['tide.example', []],
    ['Unknown', []],
    ['N/A', []],
    ['None', []],
    ['Author', []],
    ['super_user', []],
    ['Super User', []],
    ['{{author}}', []],
    ['[object Object]', []],
    ['0', []],
  ] as const)('%j are %j', (value, names) => {
    expect(authorsOf(meta({ author: value.replaceAll('&lt;', '<').replaceAll('&gt;', '>') }))).toEqual(names);
  });
});

describe('authors in JSON-LD', () => {
  test.each([
    ['a text of two', 'Ada Quill, Ben Reed', ['Ada Quill', 'Ben Reed']],
    ['a list of texts', ['Ada Quill', 'Ben Reed'], ['Ada Quill', 'Ben Reed']],
    ['a person with a list of names', person('', { name: ['Ada Quill', 'Ben Reed'] }), ['Ada Quill', 'Ben Reed']],
    ['a person of two names joined', person('Ada Quill and Ben Reed'), ['Ada Quill', 'Ben Reed']],
    ['a person the other way round', person('Quill, Ada'), ['Ada Quill']],
    ['a person with “By”', person('By Ada Quill'), ['Ada Quill']],
    ['given and family name', { '@type': 'Person', givenName: 'Ada', familyName: 'Quill' }, ['Ada Quill']],
    ['an organisation of two names', organisation('Johnson & Johnson'), ['Johnson & Johnson']],
    ['an organisation with commas', organisation('Ropes, Knots and Sails'), ['Ropes, Knots and Sails']],
    ['an organisation called as the site', organisation('The Tide'), []],
    ['a person called as the site', person('The Tide'), []],
    ['a person beside the site', [person('Ada Quill'), organisation('The Tide')], ['Ada Quill']],
    ['a person beside an agency', [person('Ada Quill'), organisation('Reuters')], ['Ada Quill']],
    ['two agencies', [organisation('Reuters'), organisation('AFP')], ['Reuters', 'AFP']],
    ['an address', person('https://tide.example/author/ada', { url: 'https://tide.example/author/ada' }), []],
    ['a handle', person('@adaquill'), []],
    ['staff', person('Staff Writer'), []],
    ['nobody', null, []],
    ['HTML', person('<a href="/ada">Ada Quill</a>'), ['Ada Quill']],
    ['a name with references', person('Ad&eacute; Quill'), ['Adé Quill']],
  ])('%s', (_, author, names) => {
    expect(authorsOf(jsonLd({ '@type': 'NewsArticle', headline: 'Seven knots', author }))).toEqual(names);
  });

  test('editors, photographers and translators are none', () => {
    const thing = {
      '@type': 'Article',
      headline: 'Seven knots',
      author: person('Ada Quill'),
      editor: person('Ben Reed'),
      translator: person('Cy Oak'),
      contributor: person('Di Moor'),
      image: { '@type': 'ImageObject', creator: person('Ed Fox'), author: person('Ed Fox') },
    };
    expect(authorsOf(jsonLd(thing))).toEqual(['Ada Quill']);
  });
});

describe('authors beside the headline', () => {
  test.each([
    ['By Ada Quill', ['Ada Quill']],
    ['BY ADA QUILL', ['Ada Quill']],
    ['By Ada Quill and Ben Reed', ['Ada Quill', 'Ben Reed']],
    ['By Ada Quill | February 27, 2031 | 5 min read', ['Ada Quill']],
    ['February 27, 2031 | By Ada Quill', ['Ada Quill']],
    ['Posted by Ada Quill on February 27, 2031', ['Ada Quill']],
    ['By Dr. Ada Quill', ['Dr. Ada Quill']],
    ['By Ada Quill, Staff Writer', ['Ada Quill']],
    ['By Ada Quill; Photographs by Ben Reed', ['Ada Quill']],
    ['By Ada Quill, Photographs by Ben Reed', ['Ada Quill']],
    ['By Ada Quill Photographs by Ben Reed', ['Ada Quill']],
    ['By Ada Quill, translated by Ben Reed', ['Ada Quill']],
    ['By Ada Quill (translated by Ben Reed)', ['Ada Quill']],
    ['By Ada Quill, illustrated by Ben Reed', ['Ada Quill']],
    ['Edited by Ben Reed', []],
    ['Translated by Ben Reed', []],
    ['Photo by Ben Reed', []],
    ['Photograph: Ben Reed', []],
    ['Sponsored by Rope & Sons', []],
    ['By the end of the day, the rope was gone', []],
    ['By Staff', []],
    ['Text: Ada Quill, Fotos: Ben Reed', ['Ada Quill']],
    ['Von Ada Quill, Fotos: Ben Reed', ['Ada Quill']],
    ['Texte : Ada Quill / Photos : Ben Reed', ['Ada Quill']],
    ['Par Ada Quill', ['Ada Quill']],
    ['Por Ada Quill y Ben Reed', ['Ada Quill', 'Ben Reed']],
    ['Di Ada Quill', ['Ada Quill']],
    ['di Ada Quill', ['Ada Quill']],
    ['Door Ada Quill', ['Ada Quill']],
    ['Av Ada Quill', ['Ada Quill']],
    ['Af Ada Quill', ['Ada Quill']],
    ['Autor: Ada Quill', ['Ada Quill']],
    ['Autore: Ada Quill', ['Ada Quill']],
    ['Автор: Анна Перова', ['Анна Перова']],
    ['Текст: Анна Перова', ['Анна Перова']],
    ['文／山田太郎', ['山田太郎']],
    ['記者：王小明', ['王小明']],
    ['Di mana kita berada', []],
    ['Di notte il mare canta', []],
    ['Por la noche', []],
    ['Von Hand geknüpft', []],
  ] as const)('%j names %j', (line, names) => {
    expect(authorsOf('', `<p>${line}</p><p>${'Long ago there was a rope. '.repeat(20)}</p>`)).toEqual(names);
  });
});
