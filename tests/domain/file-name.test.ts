import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeFileName, slugOf } from '../../src/domain/file-name.ts';

describe('a file name is safe on every system', () => {
  test.each([
    ['as it is', 'Field Notes 134', 'Field Notes 134.md'],
    ['letters of all scripts', '週報 №1 – Ünïcödé', '週報 №1 – Ünïcödé.md'],
    ['composed, as most systems keep it', 'e\u0301tude', '\u00e9tude.md'],
    ['no path', '../../etc/passwd', 'etc-passwd.md'],
    ['no path of Windows', 'C:\\Windows\\system32', 'C-Windows-system32.md'],
    ['no character that is reserved', 'a<b>c:d"e/f\\g|h?i*j', 'a-b-c-d-e-f-g-h-i-j.md'],
    ['no control characters', 'a\u0000b\u0007c\u007fd', 'a-b-c-d.md'],
    ['white space as single spaces', ' a \t\n b\u00a0\u2003c ', 'a b c.md'],
    ['not hidden', '...hidden', 'hidden.md'],
    ['no option of a command', '--force', 'force.md'],
    ['no home folder', '~root', 'root.md'],
    ['no dots or spaces at the end', 'end. . .', 'end.md'],
    ['no turning of the direction', 'a\u202egpj.exe\u2066\u200f', 'agpj.exe.md'],
    ['nothing invisible', 'a\u200bb\u00adc\ufeffd\u{e0041}', 'abcd.md'],
    ['joiners of emoji and Persian', '👩‍🔬 می‌خواهم', '👩‍🔬 می‌خواهم.md'],
    ['no halves of characters', 'a\ud800b\udfffc', 'abc.md'],
    ['no device', 'CON', 'CON-.md'],
    ['no device with an extension', 'nul.tar', 'nul-.tar.md'],
    ['no device with a space', 'aux .x', 'aux- .x.md'],
    ['no numbered device', 'com1', 'com1-.md'],
    ['no device numbered in superscript', 'LPT²', 'LPT²-.md'],
    ['no console', 'CONOUT$', 'CONOUT$-.md'],
    ['what only begins like a device', 'console', 'console.md'],
    ['something, where nothing is left', ' .. ', 'fallback.md'],
    ['something, for nothing', '', 'fallback.md'],
    ['something, where all of it was reserved', '/////', 'fallback.md'],
  ])('%s', (_, text, expected) => {
    expect(safeFileName(text, 'md', 'fallback')).toBe(expected);
  });

  test('a long one is cut at a whole character, by bytes', () => {
    expect(safeFileName('a'.repeat(500), 'md', 'x')).toBe(`${'a'.repeat(120)}.md`);
    expect(safeFileName('雨'.repeat(100), 'md', 'x')).toBe(`${'雨'.repeat(40)}.md`);
    expect(safeFileName(`${'a'.repeat(115)}👩‍🔬`, 'md', 'x')).toBe(`${'a'.repeat(115)}.md`);
    expect(safeFileName(`${'a'.repeat(119)}. b`, 'md', 'x')).toBe(`${'a'.repeat(119)}.md`);
  });

  test('whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = safeFileName(text, 'html', 'fallback');
        expect(name).toMatch(/^[^-.~\s<>:"/\\|?*\p{Cc}][^<>:"/\\|?*\p{Cc}]*\.html$/u);
        expect(name).not.toMatch(/[. ]\.html$/);
        expect(name).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(130);
        expect(safeFileName(name.slice(0, -5), 'html', 'fallback')).toBe(name);
      }),
      { numRuns: 1_000 },
    );
  });
});

test.each([
  ['Small Findings', 'small-findings'],
  ['Field Notes for Lab Engineers', 'field-notes-for-lab-engineers'],
  ['Čeština & co.', 'cestina-co'],
  ['What’s *new*? / <who>: "me" \\ | it', 'whats-new-who-me-it'],
  ['  ..hidden  ', 'hidden'],
  ['The editor’s choice', 'the-editors-choice'],
  ['../../etc/passwd', 'etc-passwd'],
  ['週報', ''],
  ['x'.repeat(100), 'x'.repeat(60)],
])('as one word, %s is %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
