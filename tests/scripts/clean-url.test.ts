import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/build.ts';
import { addressesIn, addressKey, cleanAddress } from '../../src/domain/address.ts';

/** What the command answers to these lines. */
async function cleanUrl(lines: string): Promise<unknown[]> {
  const running = promisify(execFile)('npx', ['tsx', 'scripts/clean-url.ts'], { cwd: ROOT, maxBuffer: 1 << 26 });
  running.child.stdin?.end(lines);
  const { stdout } = await running;
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

test('each line is answered, in order, with what is printed, the key, and what was removed', async () => {
  const answers = await cleanUrl(
    'https://www.a.example/x?utm_source=n&id=7#:~:text=a\n\n  https://a.example/x  \r\nno address\nhttps://a.example/x?sharing_token=1\n',
  );
  expect(answers).toEqual([
    {
      url: 'https://www.a.example/x?utm_source=n&id=7#:~:text=a',
      clean: 'https://www.a.example/x?id=7',
      key: 'a.example/x?id=7',
      removed: ['utm_source=n', '#:~:text=a'],
    },
    { url: 'https://a.example/x', clean: 'https://a.example/x', key: 'a.example/x', removed: [] },
    { url: 'no address', clean: 'no address', key: 'no address', removed: [] },
    {
      url: 'https://a.example/x?sharing_token=1',
      clean: 'https://a.example/x?sharing_token=1',
      key: 'a.example/x?sharing_token=1',
      removed: [],
      note: 'reader',
      offered: 'https://a.example/x',
    },
  ]);
}, 60_000);

const NEWSLETTERS = join(ROOT, '../shared/newsletters');

/** Names that were looked at, one by one, in the addresses where they stand: none says what the page is. */
const JUDGED = [
  /^utm_/,
  /^(?:fbclid|gclid|mkt_tok|vgo_ee|mc_cid|mc_eid|_hsenc|_hsmi|e)$/,
  /^(?:s|t|ref_src|__twitter_impression)$/,
  /^(?:u|si|feature|smid|referringSource|mod|ftag|guccounter|guce_referrer(?:_sig)?|sc_cid|typeform-source|usp|pli|cmpid)$/,
  /^(?:iis|iisn|_ccid|ittk|indeed-apply-token|mobile|width|height|bga|needsRedirect|jan1offset|jun1offset|source|noredirect|lq|rq|ref)$/,
  /^(?:client|ei|iflsig|ved|uact|oq|gs_lcp|sclient|aqs|sourceid|rlz)$/,
  /^(?:Echobox|sponsored|position|scheduled_corpus_item_id|SEQUOIACAPITAL-2022_08_09)$/,
  /^(?:#|:~:|https?:)/,
];

describe.skipIf(!existsSync(NEWSLETTERS))('the addresses of real newsletters (skipped without ../shared)', () => {
  const files = existsSync(NEWSLETTERS) ? readdirSync(NEWSLETTERS, { recursive: true, encoding: 'utf8' }) : [];
  const texts = files
    .filter((file) => /\d.*\.md$/.test(file))
    .map((file) => readFileSync(join(NEWSLETTERS, file), 'utf8'));
  const addresses = [...new Set(texts.flatMap(addressesIn))];

  test('not one essential parameter is removed: what is, by name, is on the list of those that were judged', () => {
    const counts = new Map<string, number>();
    for (const address of addresses) {
      for (const removed of cleanAddress(address).removed) {
        const name = /^(?:#|:~:|https?:)/.test(removed) ? removed : (removed.split('=', 1)[0] ?? '');
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    const list = [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${String(count).padStart(4)}  ${name}`);
    console.log(`Removed from ${addresses.length} addresses:\n${list.join('\n')}`);
    expect([...counts.keys()].filter((name) => !JUDGED.some((judged) => judged.test(name)))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(1000);
  });

  test('cleaning twice is cleaning once, and nothing is encoded anew', () => {
    for (const address of addresses) {
      const { address: printed, removed } = cleanAddress(address);
      expect(cleanAddress(printed)).toEqual({ address: printed, removed: [] });
      expect(addressKey(printed)).toBe(addressKey(address));
      if (removed.some((part) => part.startsWith('http'))) continue;
      let at = 0;
      for (const char of printed) at = address.indexOf(char, at) + 1 || Number.NaN;
      expect(at).toBeGreaterThan(0);
    }
  });

  test('two addresses of different pages stay different', () => {
    const byClean = new Map<string, Set<string>>();
    for (const address of addresses) {
      const [head = '', query = ''] = address.replace(/#.*$/s, '').split('?');
      const essential = query
        .split('&')
        .filter((part) => /^(?:amp;)?(?:id|p|q|v|px|page|item|list|job|jk|src|stat|start|end)=/.test(part));
      const { address: printed } = cleanAddress(address);
      byClean.set(printed, (byClean.get(printed) ?? new Set()).add(`${head}?${essential.join('&')}`));
    }
    const merged = [...byClean].filter(([, originals]) => originals.size > 1);
    expect(merged).toEqual([]);
  });
});
