import type { Entry } from '../src/domain/entry.ts';
import { isWebAddress } from '../src/domain/web-address.ts';

/** Who an entry is from, for a list: the outlet that was read, else the byline, else the host. May be empty. */
export function sourceLabel(entry: Pick<Entry, 'links'>): string {
  const [link] = entry.links;
  if (link === undefined) return '';
  if (link.capture !== null && link.capture.outlet !== '') return link.capture.outlet;
  if (link.byline !== '') return link.byline;
  return isWebAddress(link.address) ? new URL(link.address).hostname.replace(/^www\./, '') : '';
}
