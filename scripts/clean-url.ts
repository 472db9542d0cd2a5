/**
 * Shows what is printed for an address, so that others can check it: reads one address per line, writes lines of
 * `{"url", "clean", "key", "removed"}`, in the same order, with the very code that the popup uses (which also leaves out
 * the slash that browsers add to a bare host). Where something is
 * worth pointing out (a proxy, a copy for phones, a parameter that names the reader), `note` says what, and `offered` what
 * the popup would offer instead.
 *
 *     npm run -s clean-url < addresses.txt
 */
import { text } from 'node:stream/consumers';
import { addressKey, cleanAddress } from '../src/domain/address.ts';
import { cautionOf } from '../src/domain/caution.ts';

for (const line of (await text(process.stdin)).split('\n')) {
  const url = line.trim();
  if (url === '') continue;
  const { address: clean, removed } = cleanAddress(url);
  const caution = cautionOf(clean);
  const noted =
    caution === null ? {} : { note: caution.why, ...(caution.offered !== null && { offered: caution.offered }) };
  process.stdout.write(`${JSON.stringify({ url, clean, key: addressKey(url), removed, ...noted })}\n`);
}
