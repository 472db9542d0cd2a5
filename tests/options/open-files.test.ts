import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ChosenFile } from '../../options/import-files.ts';
import { CannotRead, LIMITS, mayBeIssue } from '../../options/import-limits.ts';
import { openFiles } from '../../options/open-files.ts';

const MB = 1_000_000;

const file = (path: string, ...parts: BlobPart[]): ChosenFile => ({ path, file: new Blob(parts) });
const zip = (path: string, contents: Record<string, Uint8Array>) =>
  file(path, zipSync(contents) as Uint8Array<ArrayBuffer>);
const open = (...chosen: ChosenFile[]) => openFiles(chosen, [], () => {});

describe('a file', () => {
  test.each([
    ['as it is', '# T\n'],
    ['with carriage returns', '# T\r\n\r\nx\r'],
    ['with a byte order mark', '\uFEFF# T\n'],
    ['with characters beyond the plane', '# 🌊 “T”\n'],
    ['that is empty', ''],
  ])('%s is read to the character', async (_, text) => {
    const { files } = await open(file('1.md', text));
    expect(files).toEqual([{ path: '1.md', markdown: text }]);
    expect(new TextEncoder().encode(files[0]?.markdown)).toEqual(new TextEncoder().encode(text));
  });

  test.each([
    ['large', 'of 200 MB', { path: 'x.md', file: { size: 200 * MB } as Blob }],
    ['not-text', 'that is a picture', file('x.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]))],
    ['not-text', 'in UTF-16', file('x.md', new Uint8Array([0x41, 0, 0x42, 0]))],
    ['unreadable', 'that is gone', { path: 'x.md', file: { size: 1, arrayBuffer: () => Promise.reject() } as never }],
    ['broken-zip', 'that is no zip', file('x.zip', 'This is no zip.')],
    ['broken-zip', 'that is an empty zip file', file('x.zip')],
  ] as const)('is left out as %s, by its name: one %s', async (fault, _, chosen) => {
    expect(await open(chosen, file('1.md', '# T'))).toEqual({
      files: [{ path: '1.md', markdown: '# T' }],
      faults: [{ path: chosen.path, fault }],
      ignored: 0,
    });
  });

  test('is taken in its order, however long each takes, and 16 are read at once', async () => {
    let [now, most] = [0, 0];
    const slow = (at: number): ChosenFile => {
      const arrayBuffer = async () => {
        now += 1;
        most = Math.max(most, now);
        for (let turn = 0; turn <= (40 - at) % 7; turn += 1) await Promise.resolve();
        now -= 1;
        return new TextEncoder().encode(`# ${at}`).buffer;
      };
      return { path: `${at}.md`, file: { size: 3, arrayBuffer } as Blob };
    };
    const all = Array.from({ length: 40 }, (_, at) => slow(at));
    const { files } = await open(...all);
    expect(files).toEqual(all.map(({ path }, at) => ({ path, markdown: `# ${at}` })));
    expect(most).toBe(16);
  });

  test('that is no Markdown is counted, and not read', async () => {
    const { ignored } = await open(file('a.png', 'x'), file('.hidden.md', 'x'), file('1.md', 'x'));
    expect(ignored).toBe(2);
  });
});

describe('a zip', () => {
  test('gives its Markdown files, packed or not', async () => {
    const packed = { 'posts/1.md': strToU8('one\r\n'), 'posts/2.markdown': strToU8('two '.repeat(90_000)) };
    const { files } = await open(zip('e.zip', packed));
    expect(files).toEqual([
      { path: 'e.zip/posts/1.md', markdown: 'one\r\n' },
      { path: 'e.zip/posts/2.markdown', markdown: 'two '.repeat(90_000) },
    ]);
    const plain = zipSync({ '1.md': strToU8('one') }, { level: 0 }) as Uint8Array<ArrayBuffer>;
    expect((await open(file('p.zip', plain))).files).toEqual([{ path: 'p.zip/1.md', markdown: 'one' }]);
  });

  test('that leads out of its folder, or holds what is no issue, is read without that', async () => {
    const names = ['../1.md', '/etc/2.md', '__MACOSX/3.md', '.git/4.md', 'C:\\5.md', 'a//6.md', '7.png', '8.md'];
    const { files, ignored } = await open(zip('e.zip', Object.fromEntries(names.map((name) => [name, strToU8('x')]))));
    expect([files.map(({ path }) => path), ignored]).toEqual([['e.zip/8.md'], 7]);
  });

  test('a file of it that unpacks to more than an issue is left out, and the others are read', async () => {
    const { files, faults } = await open(
      zip('e.zip', { 'bomb.md': new Uint8Array(LIMITS.file + 1), '1.md': strToU8('x') }),
    );
    expect([files.map(({ path }) => path), faults]).toEqual([
      ['e.zip/1.md'],
      [{ path: 'e.zip/bomb.md', fault: 'large' }],
    ]);
  });

  test('that unpacks to more than all issues is not read at all', async () => {
    const filler = new Uint8Array(4 * MB).fill(0x20);
    const names = Array.from({ length: 30 }, (_, at) => [`${at}.md`, filler] as const);
    await expect(open(zip('bomb.zip', Object.fromEntries(names)))).rejects.toThrow(CannotRead);
  });

  test.each([10, 49, 60, 95, 99])('that ends after %i of 100 parts is left out whole', async (share) => {
    const whole = zipSync({ '1.md': strToU8('one '.repeat(5_000)), '2.md': strToU8('two '.repeat(5_000)) });
    const cut = whole.slice(0, Math.floor((whole.length * share) / 100)) as Uint8Array<ArrayBuffer>;
    expect((await open(file('cut.zip', cut))).faults).toEqual([{ path: 'cut.zip', fault: 'broken-zip' }]);
  });
});

test.each([
  ['none', [file('a.txt', 'x')]],
  ['together', Array.from({ length: 26 }, (_, at) => file(`${at}.md`, ' '.repeat(4 * MB)))],
  ['many', Array.from({ length: LIMITS.files + 1 }, (_, at) => file(`${at}.md`, 'x'))],
] as const)('what is too much or nothing is not read: %s', async (why, chosen) => {
  await expect(open(...chosen)).rejects.toMatchObject({ why });
});

test.each([
  ['1.md', true],
  ['posts/2022/1.MARKDOWN', true],
  ['1.mdx', false],
  ['md', false],
  ['a/../1.md', false],
  ['./1.md', false],
])('%s may be an issue: %s', (path, expected) => {
  expect(mayBeIssue(path)).toBe(expected);
});
