import { parseAddress } from '../../../domain/web-address.ts';
import { isPrintableAddress } from '../../escape.ts';
import { diffOf } from '../diff.ts';
import type { Facts } from '../facts.ts';
import type { Finding, ReadyRepair } from '../finding.ts';
import { onHolder } from './on-holder.ts';

/** Addresses that no reader of a mail can open: relative ones, other schemes than http(s) and mailto, broken ones. */
export function schemes({ mentions }: Facts): Finding[] {
  return mentions.flatMap(({ holder, address }) => {
    const trimmed = address.trim();
    // Spaces are a fault of their own, and a template's tag becomes an address when the site is built.
    if (isPrintableAddress(address) || /\s/.test(trimmed) || /^\{[{%]/.test(trimmed)) return [];
    const repaired = withScheme(trimmed);
    const repairs: ReadyRepair[] =
      repaired === null ? [] : [{ kind: 'add-scheme', value: repaired, changes: holder.readdress(address, repaired) }];
    const finding = onHolder(holder, {
      kind: 'scheme',
      // A way to another part of the same text works on a web page, and in few mails.
      severity: trimmed.startsWith('#') ? 'look' : 'fix',
      content: [address],
      detail: { why: whyNot(trimmed), address: trimmed },
      diff: repaired === null ? [{ text: trimmed, what: 'same' }] : diffOf(trimmed, repaired),
      repairs,
    });
    return [{ ...finding, diff: finding.diff.filter(({ text }) => text !== '') }];
  });
}

function whyNot(address: string): string {
  if (address === '') return 'empty';
  if (address.startsWith('#')) return 'anchor';
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined || (/^[^/:]+\.[a-z]+:\d/i.test(address) && !address.includes('://'))) return 'relative';
  return ['http', 'https', 'mailto'].includes(scheme) ? 'unreadable' : 'scheme';
}

/** The address with https where it begins with what can only be a host; null: it does not. */
function withScheme(address: string): string | null {
  if (isPrintableAddress(address)) return address;
  const bare = address.replace(/^\/\//, '').replace(/^https?:\/?(?!\/)/i, '');
  if (!/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?=[:/?#]|$)/u.test(bare)) return null;
  // A file beside the page, such as notes.html, is no host.
  if (/^[^/]+\.(?:html?|pdf|md|png|jpe?g|gif|svg|txt)$/i.test(bare)) return null;
  const whole = `https://${bare}`;
  return parseAddress(whole) !== null && isPrintableAddress(whole) ? whole : null;
}
