import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { escapeText, foldText, markdownLink } from '../../src/roundup/escape.ts';
import { hostilePairs } from './hostile.ts';

const pairs = hostilePairs(500, 20_261_101);

interface Engine {
  name: string;
  /** Debian's packages. */
  packages: readonly string[];
  command: readonly [string, ...string[]];
  /** Takes a list of documents as JSON; the others take one document at a time. */
  isDriver?: boolean;
  /** Answers 0 where the engine is there. */
  probe: readonly [string, ...string[]];
}

const driver = (name: string) => fileURLToPath(new URL(`drivers/${name}`, import.meta.url));
// Not the python3 of PATH, which can be one without Debian's modules.
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const ruby = {
  packages: ['ruby-kramdown', 'ruby-kramdown-parser-gfm'],
  probe: ['ruby', '-rkramdown-parser-gfm', '-e', ''],
} as const;
const pythonMarkdown = {
  packages: ['python3-markdown'],
  probe: [python, '-c', 'import markdown'],
  isDriver: true,
} as const;
const pandoc = { packages: ['pandoc'], probe: ['pandoc', '--version'] } as const;
const gfm = ['table', 'strikethrough', 'autolink', 'tasklist'].flatMap((name) => ['--extension', name]);

const engines: readonly Engine[] = [
  { name: 'cmark', packages: ['cmark'], probe: ['cmark', '--version'], command: ['cmark'] },
  { name: 'cmark-gfm', packages: ['cmark-gfm'], probe: ['cmark-gfm', '--version'], command: ['cmark-gfm', ...gfm] },
  { name: 'kramdown', ...ruby, command: ['ruby', driver('kramdown.rb')], isDriver: true },
  { name: 'python-markdown', ...pythonMarkdown, command: [python, driver('python-markdown.py')] },
  { name: 'python-markdown extra', ...pythonMarkdown, command: [python, driver('python-markdown.py'), 'extra'] },
  {
    name: 'python-markdown extra smarty',
    ...pythonMarkdown,
    command: [python, driver('python-markdown.py'), 'extra', 'smarty'],
  },
  { name: 'pandoc markdown', ...pandoc, command: ['pandoc', '-f', 'markdown', '-t', 'html', '--wrap=preserve'] },
  { name: 'pandoc gfm', ...pandoc, command: ['pandoc', '-f', 'gfm', '-t', 'html', '--wrap=preserve'] },
];

function run([command, ...rest]: readonly [string, ...string[]], input = ''): string | null {
  const { status, stdout } = spawnSync(command, rest, { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return status === 0 ? stdout : null;
}

/** Debian's packages of what is missing, where that is allowed. Elsewhere the tests of an absent engine are skipped. */
function install(): void {
  const missing = engines.filter(({ probe }) => run(probe) === null).flatMap(({ packages }) => packages);
  const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (missing.length === 0 || !isDebian) return;
  const names = [...new Set(missing)];
  console.info(`Installing ${names.join(', ')} with apt-get, to test what the exporter writes.`);
  run(['apt-get', 'update', '-q']);
  run(['apt-get', 'install', '-q', '-y', '--no-install-recommends', ...names]);
}
install();

const { document: page } = new JSDOM('').window;

/** Every document as HTML, in one process: an engine without a driver gets them all in one, between marker paragraphs. */
function htmlOf(engine: Engine, documents: readonly string[]): HTMLElement[] {
  const bodies = engine.isDriver ? readEach(engine, documents) : readTogether(engine, documents);
  expect(bodies).toHaveLength(documents.length);
  return bodies.map((html) => {
    const body = page.createElement('div');
    body.innerHTML = html;
    return body;
  });
}

function readEach({ command }: Engine, documents: readonly string[]): string[] {
  return JSON.parse(run(command, JSON.stringify(documents)) ?? '[]');
}

/** A hundred at a time: pandoc takes four times as long over 1,500 in one document. */
function readTogether({ command }: Engine, documents: readonly string[]): string[] {
  const batches = Array.from({ length: Math.ceil(documents.length / 100) }, (_, n) =>
    documents.slice(n * 100, n * 100 + 100),
  );
  return batches.flatMap((batch) => {
    const whole = batch.map((document) => `${document}\n\nmarkermarker\n\n`).join('');
    return (run(command, whole) ?? '').split('<p>markermarker</p>').slice(0, -1);
  });
}

/**
 * Straight and unbroken, as the engine got it: typographic replacements (kramdown, smarty, pandoc) are the engine's
 * business, and wanted; so is the composition of letters and accents (pandoc's GFM), which looks the same.
 */
function withoutTypography(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚‛]/gu, "'")
    .replace(/[“”„]|''/gu, '"')
    .replace(/…/gu, '...')
    .replace(/[-–—]+/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The address as a browser opens it. Its parser leaves some characters as they are that the exporter percent-encodes,
 * in the path also a backslash that it would otherwise turn into a slash: both sides get the encoded form.
 */
function opened(address: string): string {
  const encode = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  try {
    return new URL(
      address
        .replace(/^ +| +$/gu, '')
        .replace(/\\/gu, encode)
        .replace(/ /gu, encode),
    ).href.replace(/[[\]*'"<>`|{}^$()]/gu, encode);
  } catch {
    return `not an address: ${address}`;
  }
}

const contexts: readonly ((link: string) => string)[] = [
  (link) => link,
  (link) => `${link} - Ada Lovelace, *Notes*`,
  (link) => `- See ${link}, which says more.`,
];

describe.each(engines)('$name', (engine) => {
  const isThere = run(engine.probe) !== null;
  const name = (rule: string) => (isThere ? rule : `${rule} (${engine.name} is not installed)`);

  test.skipIf(!isThere)(
    name('reads 500 hostile titles and addresses as exactly one link with that text and that address'),
    () => {
      const cases = pairs.flatMap((pair) => contexts.map((context) => ({ ...pair, context })));
      const written = cases.map(({ title, address, context }) => context(markdownLink(title, address) ?? 'refused'));
      const failures = htmlOf(engine, written).flatMap((body, at) => {
        const { title = '', address = '' } = cases[at] ?? {};
        const read = [...body.querySelectorAll('a')].map((link) => ({
          text: withoutTypography(link.textContent),
          address: opened(link.getAttribute('href') ?? ''),
        }));
        const expected = [{ text: withoutTypography(foldText(title)), address: opened(address) }];
        const isRead = JSON.stringify(read) === JSON.stringify(expected);
        return isRead ? [] : [{ written: written[at], expected, read, html: body.innerHTML.slice(0, 400) }];
      });
      expect(failures.slice(0, 3), `${failures.length} of ${cases.length}`).toEqual([]);
    },
    180_000,
  );

  test.skipIf(!isThere)(
    name('reads 500 hostile names as the text of a heading and of a paragraph'),
    () => {
      const cases = pairs
        .map(({ title }) => title)
        .filter((title) => foldText(title) !== '')
        .flatMap((title) => [
          { title, written: `## ${escapeText(title, 'heading')}`, tag: 'h2' },
          { title, written: escapeText(title, 'line-start'), tag: 'p' },
          { title, written: `See ${escapeText(title)}`, tag: 'p' },
        ]);
      const failures = htmlOf(
        engine,
        cases.map(({ written }) => written),
      ).flatMap((body, at) => {
        const { title = '', written = '', tag = '' } = cases[at] ?? {};
        const read = `${[...body.children].map((child) => child.localName).join()} ${withoutTypography(body.textContent)}`;
        const expected = `${tag} ${written.startsWith('See ') && tag === 'p' ? 'See ' : ''}${withoutTypography(foldText(title))}`;
        return read === expected ? [] : [{ written, expected, read, html: body.innerHTML.slice(0, 400) }];
      });
      expect(failures.slice(0, 3), `${failures.length} of ${cases.length}`).toEqual([]);
    },
    180_000,
  );
});

test('no title and no address leaves a Liquid tag for Jekyll to execute', () => {
  const written = pairs.flatMap(({ title, address }) => [
    markdownLink(title, address) ?? '',
    escapeText(title, 'heading'),
    escapeText(title, 'line-start'),
  ]);
  expect(written.filter((text) => /\{[{%]/u.test(text))).toEqual([]);
});
