import { expect, test } from 'vitest';
import { DEFAULT_STYLE, type OwnGlue } from '../../src/domain/house-style.ts';
import { leadOf } from '../../src/roundup/entry-lead.ts';

test.each<[what: string, isText: boolean, style: OwnGlue, section: OwnGlue, lead: string]>([
  ['a link has what the style says', false, { lead: '- ' }, {}, '- '],
  ['the section goes before the style', false, { lead: '- ' }, { lead: '* ' }, '* '],
  ['a text has the same as a link', true, { lead: '- ' }, { lead: '* ' }, '* '],
  ['unless the style has something of its own for texts', true, { lead: '- ', textLead: '' }, { lead: '* ' }, ''],
  ['or the section has', true, { lead: '- ', textLead: '' }, { textLead: '> ' }, '> '],
  ['which is nothing to a link', false, { lead: '- ', textLead: '' }, { textLead: '> ' }, '- '],
])('before an entry: %s', (_, isText, style, section, lead) => {
  expect(leadOf(isText, { ...DEFAULT_STYLE.glue, ...style }, section)).toBe(lead);
});
