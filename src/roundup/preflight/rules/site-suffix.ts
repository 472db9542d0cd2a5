import type { Link } from '../../../domain/link.ts';
import { parseAddress } from '../../../domain/web-address.ts';
import { isCarriedByText } from '../../render.ts';
import { diffOf } from '../diff.ts';
import type { Facts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { onHolder } from './on-holder.ts';

/** Titles that end with the name of their site, as pages have them for a browser's tabs. */
export function siteSuffixes({ holders }: Facts): Finding[] {
  return holders.flatMap((holder) => {
    const { entry } = holder;
    if (entry === null || isCarriedByText(entry)) return [];
    return entry.links.flatMap((link, at) => {
      const title = withoutSite(link);
      if (title === null) return [];
      return [
        onHolder(holder, {
          kind: 'site-suffix',
          severity: 'look',
          content: [link.title],
          detail: { name: link.title },
          diff: diffOf(link.title, title),
          repairs: [
            {
              kind: 'cut',
              value: title,
              changes: [
                { table: 'entries', id: entry.id, fields: { links: entry.links.with(at, { ...link, title }) } },
              ],
            },
          ],
        }),
      ];
    });
  });
}

/** The last sign between spaces of those that sites put before their name. Escaped in a title that is Markdown. */
const SUFFIX = /^(.*\S)\s+(?:\\?[|•·»–—-]|&#124;|::)\s+(\S.*?)\s*$/su;

/** The title without the name of the site; null: it does not end with it. Only what is certain: outlet, byline, host. */
function withoutSite(link: Link): string | null {
  const [, title, suffix] = SUFFIX.exec(link.title) ?? [];
  if (title === undefined || suffix === undefined) return null;
  const name = fold(suffix);
  return name !== '' && namesOf(link).some((known) => known === name || `the${known}` === name) ? title : null;
}

function namesOf({ address, byline, capture }: Link): string[] {
  const host = parseAddress(address)?.hostname.replace(/^www\./, '') ?? '';
  const labels = host.split('.').slice(0, -1);
  const outlet = byline.split(',').at(-1) ?? '';
  return [capture?.outlet ?? '', outlet, host, ...labels].map(fold).filter((name) => name.length > 1);
}

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
