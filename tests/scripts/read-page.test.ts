import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../../scripts/build.ts';

const folder = mkdtempSync(join(tmpdir(), 'roundup-read-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const saved = (name: string, html: string | Uint8Array) => {
  const file = join(folder, name);
  writeFileSync(file, html);
  return file;
};

test('each line is answered, in order; one that cannot be read is named and stops none', async () => {
  const paper = saved(
    'paper.html',
    `<html lang="en"><title>On Knots | Journal of Rope</title><link rel="canonical" href="/on-knots-5">
     <meta name="citation_title" content="On Knots"><meta name="citation_author" content="Quill, Ada">
     <meta name="citation_journal_title" content="Journal of Rope"><meta name="citation_doi" content="10.1234/rope.5">
     <meta name="citation_date" content="2031/02/27">`,
  );
  // Saved as UTF-8, whatever it says of itself; and what no script has run for is not read.
  const chinese = saved('chinese.html', '<meta charset="gb2312"><title>绳子</title><noscript><h1>x</h1></noscript>');
  const latin = saved('latin.html', Buffer.from('<meta charset="iso-8859-1"><title>Knöpfe</title>', 'latin1'));
  const lines = [
    { file: paper, url: 'https://rope.example/on-knots-5?utm_source=x' },
    { file: join(folder, 'missing.html'), url: 'https://rope.example/' },
    { file: chinese, url: 'https://rope.example/a' },
    { file: latin, url: 'https://rope.example/b' },
    { file: latin, url: 'rope' },
  ];
  const running = promisify(execFile)('npx', ['tsx', 'scripts/read-page.ts'], { cwd: ROOT });
  running.child.stdin?.end(lines.map((line) => JSON.stringify(line)).join('\n'));
  const { stdout, stderr, code } = await running.catch((failed) => failed);
  const answers = stdout
    .trim()
    .split('\n')
    .map((line: string) => JSON.parse(line));
  expect(answers[0]).toEqual({
    file: paper,
    title: 'On Knots',
    authors: ['Ada Quill'],
    byline: 'Ada Quill, Journal of Rope',
    outlet: 'Journal of Rope',
    publishedOn: '2031-02-27',
    url: 'https://rope.example/on-knots-5',
    doi: '10.1234/rope.5',
    language: 'en',
  });
  expect(answers.slice(1).map(({ title }: { title: string }) => title)).toEqual(['绳子', 'Knöpfe']);
  expect(
    stderr
      .trim()
      .split('\n')
      .map((line: string) => JSON.parse(line)),
  ).toEqual([
    { line: 2, error: `“${join(folder, 'missing.html')}” cannot be read. Give the path of a saved page.` },
    { line: 5, error: '“rope” is no address. Give the one the page was at, as https://….' },
  ]);
  expect(code).toBe(1);
});
