import { describe, expect, test } from 'vitest';
import { type BylineRule, DEFAULT_BYLINE } from '../../src/domain/house-style.ts';
import type { Outlet } from '../../src/domain/outlet.ts';
import { correctionOf } from '../../src/roundup/correction.ts';
import { bylinesOf, houseByline } from '../../src/roundup/house-byline.ts';

const rule = (fields: Partial<BylineRule>): BylineRule => ({ ...DEFAULT_BYLINE, ...fields });
const known = (fields: Partial<Outlet>): Outlet => ({
  host: 'gauge.example',
  name: null,
  byline: null,
  sectionId: null,
  changedAt: 1,
  ...fields,
});

describe('the byline of the house', () => {
  test.each([
    [[], '', {}, ''],
    [[], 'Gauge', {}, 'Gauge'],
    [['Ada Quill'], '', {}, 'Ada Quill'],
    [['Ada Quill'], 'Gauge', {}, 'Ada Quill, Gauge'],
    [['Ada Quill', 'Ben Reed'], 'Gauge', {}, 'Ada Quill and Ben Reed, Gauge'],
    [['Ada Quill', 'Ben Reed', 'Cy Orr'], 'Gauge', {}, 'Ada Quill, Ben Reed and Cy Orr, Gauge'],
    [['Ada Quill', 'Ben Reed', 'Cy Orr', 'Di Vee'], 'Gauge', {}, 'Ada Quill *et al*, Gauge'],
    [['Ada Quill', 'Ben Reed'], 'Gauge', { etAlFrom: 2 }, 'Ada Quill *et al*, Gauge'],
    [
      ['Ada Quill', 'Ben Reed', 'Cy Orr', 'Di Vee'],
      'G',
      { etAlFrom: null },
      'Ada Quill, Ben Reed, Cy Orr and Di Vee, G',
    ],
    [
      ['Ada Quill', 'Ben Reed', 'Cy Orr'],
      'Gauge',
      { lastAuthor: ', & ', authors: '; ' },
      'Ada Quill; Ben Reed, & Cy Orr, Gauge',
    ],
    [['Ada Quill'], 'Gauge', { parts: 'outlet-author', between: ': ' }, 'Gauge: Ada Quill'],
    [[], 'Gauge', { parts: 'outlet-author' }, 'Gauge'],
    [['Ada Quill'], 'Gauge', { parts: 'author' }, 'Ada Quill'],
    [[], 'Gauge', { parts: 'author' }, 'Gauge'],
    [['Ada Quill'], 'Gauge', { parts: 'outlet' }, 'Gauge'],
    [['Ada Quill'], 'Gauge', { parts: 'none' }, ''],
    [['gauge'], 'Gauge', {}, 'gauge'],
    [['Ann Oh', 'Gauge'], 'Gauge', {}, 'Ann Oh and Gauge'],
  ] as const)('of %j in %j, with %j', (authors, outlet, fields, expected) => {
    expect(houseByline({ authors, outlet }, rule(fields))).toBe(expected);
  });
});

const CAPTURE = {
  authors: ['Site Team'],
  outlet: 'The Gauge Times',
  evidence: {
    authors: { source: 'author', agreed: false, others: [['Orla Fennimore'], ['Orla Fennimore', 'Ben Reed']] },
    outlet: { source: 'og:site_name', agreed: false, others: ['Gauge'] },
  },
};

describe('the bylines that are offered', () => {
  const bylines = (capture: Parameters<typeof bylinesOf>[0], outlet?: Outlet, fields = {}) =>
    bylinesOf(capture, rule(fields), outlet).map(({ byline }) => byline);

  test('are first what was followed, then what other parts of the page say, authors before outlets', () => {
    expect(bylines(CAPTURE)).toEqual([
      'Site Team, The Gauge Times',
      'Orla Fennimore, The Gauge Times',
      'Orla Fennimore and Ben Reed, The Gauge Times',
      'Site Team, Gauge',
    ]);
    expect(bylinesOf(CAPTURE, DEFAULT_BYLINE, undefined).map(({ source }) => source)).toEqual([
      'author',
      null,
      null,
      'author',
    ]);
  });

  test('are none twice, and none empty but the first', () => {
    expect(bylines(CAPTURE, undefined, { parts: 'outlet' })).toEqual(['The Gauge Times', 'Gauge']);
    expect(bylines(CAPTURE, undefined, { parts: 'none' })).toEqual(['']);
    expect(bylines({ authors: [], outlet: '' })).toEqual(['']);
  });

  test('have the outlet as the editor spells it, and the page’s own behind', () => {
    expect(bylines({ authors: ['Ada Quill'], outlet: 'The Gauge Times' }, known({ name: 'GT' }))).toEqual([
      'Ada Quill, GT',
      'Ada Quill, The Gauge Times',
    ]);
  });

  test('have the editor’s author only where the page names nobody', () => {
    const site = known({ byline: 'Ada Quill' });
    expect(bylines({ authors: [], outlet: 'Gauge' }, site)).toEqual(['Ada Quill, Gauge', 'Gauge']);
    expect(bylines({ authors: ['Ben Reed'], outlet: 'Gauge' }, site)).toEqual(['Ben Reed, Gauge']);
  });

  test('have names that were rejected for the site at the end', () => {
    const site = known({ rejected: ['site team'] });
    expect(bylines(CAPTURE, site)[0]).toBe('Orla Fennimore, The Gauge Times');
    expect(bylines({ authors: ['Site Team'], outlet: 'Gauge' }, site)).toEqual(['Gauge', 'Site Team, Gauge']);
  });

  test('are Markdown: what the page says is escaped, what the editor wrote is not', () => {
    expect(bylines({ authors: ['*A* [x](y)'], outlet: '<b>' }, known({ name: '*Gauge*' }))).toEqual([
      '\\*A\\* \\[x\\](y), *Gauge*',
      '\\*A\\* \\[x\\](y), &lt;b>',
    ]);
  });

  test('are few, however much the page says', () => {
    const others = Array.from({ length: 5 }, (_, at) => [`Name ${'x'.repeat(at + 2)}`]);
    const evidence = {
      authors: { source: 'author', agreed: false, others },
      outlet: { source: 'og:site_name', agreed: false, others: ['a', 'b', 'c', 'd', 'e'] },
    };
    expect(bylines({ authors: ['Ada Quill'], outlet: 'Gauge', evidence })).toHaveLength(6);
  });
});

describe('what an edited byline teaches about its site', () => {
  const plain = { authors: ['Ada Quill'], outlet: 'The Gauge Times' };
  const nobody = { authors: [], outlet: 'The Gauge Times' };
  test.each([
    ['nothing, when it is the one that was proposed', 'Ada Quill, The Gauge Times', plain, {}, {}],
    ['nothing, when it was deleted', '', plain, {}, {}],
    ['how the outlet is spelled', 'Ada Quill, GT', plain, {}, { name: 'GT' }],
    [
      'the same where the outlet stands first',
      'GT: Ada Quill',
      plain,
      { parts: 'outlet-author', between: ': ' },
      { name: 'GT' },
    ],
    ['the same where it stands alone', 'GT', plain, { parts: 'outlet' }, { name: 'GT' }],
    ['no spelling with a date behind it', 'Ada Quill, Gauge, 3 May', plain, {}, {}],
    ['no spelling with a year', 'Ada Quill, Oslo 2026', plain, {}, {}],
    ['no prose', `Ada Quill, ${'so '.repeat(40)}`, plain, {}, {}],
    ['nothing about the outlet when it was left out', 'Ada Quill', plain, {}, {}],
    ['who writes where nobody is named', 'Ben Reed, The Gauge Times', nobody, {}, { byline: 'Ben Reed' }],
    ['both', 'Ben Reed, GT', nobody, {}, { byline: 'Ben Reed', name: 'GT' }],
    ['a person alone', 'Ben Reed', nobody, {}, { byline: 'Ben Reed' }],
    ['an outlet alone', 'GT', nobody, {}, { name: 'GT' }],
    ['nothing from words alone where no outlet is named', 'My own byline', { authors: [], outlet: '' }, {}, {}],
    [
      'a person alone where no outlet is named',
      'Ada de la Quill',
      { authors: [], outlet: '' },
      {},
      { byline: 'Ada de la Quill' },
    ],
    [
      'which name is no author, by a choice',
      'Orla Fennimore, The Gauge Times',
      CAPTURE,
      {},
      { rejected: ['site team'] },
    ],
    ['which name is no author, by hand', 'Cy Orr, GT', CAPTURE, {}, { rejected: ['site team'], name: 'GT' }],
    ['nothing about an author in another spelling', 'Ada B. Quill, The Gauge Times', plain, {}, {}],
    ['nothing in a house without bylines', 'Cy Orr', plain, { parts: 'none' }, {}],
  ] as const)('%s', (_, written, capture, fields, expected) => {
    const given = { ...capture, authors: [...capture.authors] } as Parameters<typeof correctionOf>[1];
    expect(correctionOf(written, given, rule(fields), undefined)).toEqual(expected);
  });

  test('it is used the next time', () => {
    const taught = known(correctionOf('Orla Fennimore, GT', CAPTURE, DEFAULT_BYLINE, undefined));
    expect(bylinesOf(CAPTURE, DEFAULT_BYLINE, taught)[0]?.byline).toBe('Orla Fennimore, GT');
    expect(correctionOf('Orla Fennimore, GT', CAPTURE, DEFAULT_BYLINE, taught)).toEqual({});
  });
});
