// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { jsonLd, meta, read } from './written-page.ts';

const dayOf = (head: string, body = '', language = 'en', address = 'https://tide.example/story/knots') =>
  read(address, `<html lang="${language}"><title>Seven knots | The Tide</title>${head}`, `<h1>Seven knots</h1>${body}`)
    .publishedOn;

describe('a day for machines', () => {
  test.each([
    ['2031-02-27', '2031-02-27'],
    ['2031-02-27T23:59:59-11:00', '2031-02-27'],
    ['2031-02-27 10:00:00 +0000 UTC', '2031-02-27'],
    ['20310227', '2031-02-27'],
    ['20310227T100000Z', '2031-02-27'],
    ['20310227100000', '2031-02-27'],
    ['203102271000', '2031-02-27'],
    ['1929952800', '2031-02-27'],
    ['1929952800000', '2031-02-27'],
    ['1929952800.123', '2031-02-27'],
    ['Thu, 27 Feb 2031 10:00:00 GMT', '2031-02-27'],
    ['Thu Feb 27 2031 10:00:00 GMT+0100 (Central European Standard Time)', '2031-02-27'],
    ['Thu Feb 27 10:00:00 CET 2031', '2031-02-27'],
    ['February 27, 2031', '2031-02-27'],
    ['2031 Feb 27', '2031-02-27'],
    ['27-Feb-2031', '2031-02-27'],
    ['2031/2/27', '2031-02-27'],
    ['27/02/2031', '2031-02-27'],
    ['2031-02', ''],
    ['2031', ''],
    ['5', ''],
    ['0', ''],
    ['2147483648000000', ''],
    ['0000-00-00', ''],
    ['1970-01-01T00:00:00Z', ''],
    ['0001-01-01T00:00:00Z', ''],
  ])('%j is %j', (date, day) => {
    expect(dayOf(meta({ 'article:published_time': date }))).toBe(day);
  });

  test.each([
    ['seconds', 1929952800],
    ['milliseconds', 1929952800000],
    ['a text', '2031-02-27T23:30:00-05:00'],
    ['a list', ['2031-02-27']],
    ['a value with its type', { '@type': 'Date', '@value': '2031-02-27' }],
  ])('in JSON-LD, as %s', (_, datePublished) => {
    expect(dayOf(jsonLd({ '@type': 'Article', headline: 'Seven knots', datePublished }))).toBe('2031-02-27');
  });

  test.each([
    ['<time datetime="1929952800">2 days ago</time>'],
    ['<time datetime="1929952800000">2 days ago</time>'],
    ['<time datetime="2031-02-27T10:00Z">2 days ago</time>'],
    ['<time>27 February 2031</time>'],
    ['<time datetime="yesterday">27 February 2031</time>'],
    ['<p>Published <time datetime="2031-02-27">2 days ago</time>, updated <time datetime="2031-03-01">now</time></p>'],
    ['<time class="updated" datetime="2031-03-01">March 1</time><time datetime="2031-02-27">Feb 27</time>'],
    ['<time datetime="2031-02-28T03:00:00Z">February 27, 2031</time>'],
    ['<relative-time datetime="2031-02-27T10:00:00Z">2 days ago</relative-time>'],
  ])('in %s', (body) => {
    expect(dayOf('', body)).toBe('2031-02-27');
  });
});

describe('a day for readers', () => {
  test.each([
    ['Published: February 27, 2031', 'en'],
    ['Feb. 27, 2031, 10:10 a.m. ET', 'en'],
    ['Thursday 27 February 2031 10.10 GMT', 'en'],
    ['27th of February, 2031', 'en'],
    ['Published February 27, 2031 | Updated February 28, 2031', 'en'],
    ['Feb 27, 2031 | Updated Feb 28, 2031', 'en'],
    ['Feb 27, 2031 (updated Feb 28, 2031)', 'en'],
    ['Updated: 28 February 2031. Published: 27 February 2031', 'en'],
    ['Last updated 28 February 2031, first published 27 February 2031', 'en'],
    ['Originally published on February 27, 2031', 'en'],
    ['02/27/2031', 'en-US'],
    ['27/02/31', 'en-GB'],
    ['Publié le 27 février 2031 à 06h00, mis à jour le 28 février 2031', 'fr'],
    ['Mis à jour le 28/02/2031 à 10:00, publié le 27/02/2031', 'fr'],
    ['Stand: 27.02.2031 10:10 Uhr', 'de'],
    ['27. Februar 2031, aktualisiert am 28. Februar 2031', 'de'],
    ['Veröffentlicht am 27.2.2031', 'de'],
    ['27 de febrero de 2031', 'es'],
    ['Jueves, 27 febrero 2031, 00:10', 'es'],
    ['27 de fevereiro de 2031', 'pt'],
    ['Publicado em 27/02/2031 às 10h10', 'pt-BR'],
    ['27 febbraio 2031', 'it'],
    ['27 februari 2031', 'nl'],
    ['27. februar 2031', 'da'],
    ['27 februari 2031', 'sv'],
    ['27.2.2031', 'fi'],
    ['27. helmikuuta 2031', 'fi'],
    ['27 lutego 2031', 'pl'],
    ['27. února 2031', 'cs'],
    ['27 февраля 2031', 'ru'],
    ['27 лютого 2031', 'uk'],
    ['27 Φεβρουαρίου 2031', 'el'],
    ['27 Şubat 2031', 'tr'],
    ['2031. február 27.', 'hu'],
    ['27 februarie 2031', 'ro'],
    ['27 de febrer de 2031', 'ca'],
    ['27 Februari 2031', 'id'],
    ['27 فبراير 2031', 'ar'],
    ['27 בפברואר 2031', 'he'],
    ['27 फ़रवरी 2031', 'hi'],
    ['ngày 27 tháng 2 năm 2031', 'vi'],
    ['2031年2月27日', 'ja'],
    ['2031年02月27日 10:10', 'zh'],
    ['2031년 2월 27일', 'ko'],
    ['2031.02.27', 'ko'],
  ])('%j (%s) is 27 February 2031', (line, language) => {
    expect(dayOf('', `<p>${line}</p>`, language)).toBe('2031-02-27');
  });

  test.each([
    ['Updated February 28, 2031', 'en'],
    ['Last modified: 28 February 2031', 'en'],
    ['Copyright 2031 The Tide', 'en'],
    ['02/03/2031', 'en'],
  ])('%j (%s) is none', (line, language) => {
    expect(dayOf('', `<p>${line}</p>`, language)).toBe('');
  });
});

describe('of several days', () => {
  test.each([
    [
      'the one of publication goes before that of a change',
      meta({
        'article:modified_time': '2031-03-01',
        'og:updated_time': '2031-03-01',
        'article:published_time': '2031-02-27',
      }),
      '<p>Updated March 1, 2031</p>',
    ],
    [
      'the page’s own goes before that of Greenwich',
      meta({ 'article:published_time': '2031-02-28T00:30:00Z' }),
      '<p>Feb. 27, 2031 7:30 pm EST</p>',
    ],
    [
      'the page’s own goes before that of Greenwich, also to the east',
      meta({ 'article:published_time': '2031-02-26T17:00:00Z' }),
      '<p>27 Feb 2031, 02:00 JST</p>',
    ],
    ['seconds go by what readers see', meta({ 'article:published_time': '1930005000' }), '<p>February 27, 2031</p>'],
    [
      'that of a comment is none',
      '',
      '<p>27 February 2031</p><div class="comments"><time datetime="2031-03-03">March 3</time></div>',
    ],
  ])('%s', (_, head, body) => {
    expect(dayOf(head, body)).toBe('2031-02-27');
  });
});
