import { describe, expect, test } from 'vitest';
import { knownNames, likeness } from '../../src/roundup/section-names.ts';

test.each([
  ['Managing your own career', 'Managing Your Own Career', 'spelling'],
  ['Data & Tools', 'Data and Tools', 'spelling'],
  ['Featured PR', 'Featured PRs', 'spelling'],
  ['🎉 Releases', 'Releases', 'spelling'],
  ['3. Releases', 'Releases', 'spelling'],
  ['Research Software Development', 'Software Development', 'part'],
  ['Jobs', 'Research Jobs', null],
  ['Development of Software', 'Software Development', null],
  ['Tools', 'Books', null],
  ['', 'Books', null],
] as const)('%j and %j are alike: %s', (one, other, kind) => {
  expect(likeness(one, other)).toBe(kind);
});

describe('what sections are known by', () => {
  const known = (...issues: string[][]) => Object.fromEntries(knownNames(issues));

  test('is the name of the first issue, whatever later ones make of it', () => {
    expect(known(['Featured PRs'], ['Featured PR'], ['FEATURED PRS'])).toEqual({
      'featured prs': 'featured prs',
      'featured pr': 'featured prs',
    });
  });

  test('are two where both stand in one issue, and where a name could mean either', () => {
    expect(known(['Featured PRs', 'Featured PR'])).toEqual({
      'featured prs': 'featured prs',
      'featured pr': 'featured pr',
    });
    expect(known(['Data Tools', 'Data Tools Tips'], ['Data Tools Tip'])['data tools tip']).toBe('data tools tips');
    expect(known(['New Books Read', 'New Books Seen'], ['New Books'])['new books']).toBe('new books');
  });
});
