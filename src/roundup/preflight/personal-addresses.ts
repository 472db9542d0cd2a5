import { isWebAddress, parseAddress } from '../../domain/address.ts';
import type { Severity } from './finding.ts';

/** An address that is not the page's own: it leads through something, or only one reader can open it. */
interface DetourRule {
  /** Asked about host and path. */
  find: RegExp;
  /**
   * `counter`: each click is counted to the one who got the mail. `proxy`: opens for members of one library only.
   * `wrapper`: a detour over a mail program or a search engine. `copy`: somebody else's copy of the page.
   * `private`: a page that was made for one reader, or that lies on their machine.
   */
  why: 'counter' | 'proxy' | 'wrapper' | 'copy' | 'private';
  /** The address behind it, where the address itself tells. */
  target?: (address: URL) => string | null;
  severity: Severity;
  reason: string;
  example: string;
}

const parameter = (name: string) => (address: URL) => address.searchParams.get(name);

const DETOURS: readonly DetourRule[] = [
  {
    find: /^[^/]+\.safelinks\.protection\.outlook\.com\//,
    why: 'wrapper',
    target: parameter('url'),
    severity: 'fix',
    reason: 'Outlook puts itself between; the address holds the mailbox',
    example: 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example',
  },
  {
    find: /^urldefense(?:\.proofpoint)?\.com\/v3\//,
    why: 'wrapper',
    target: ({ href }) => /\/v3\/__(.+?)__;/.exec(href)?.[1]?.replace(/^(https?:\/)(?!\/)/, '$1/') ?? null,
    severity: 'fix',
    reason: 'Proofpoint puts itself between',
    example: 'https://urldefense.com/v3/__https://a.example/x__;!!abc',
  },
  {
    find: /^(?:www\.)?google\.[a-z.]+\/url$/,
    why: 'wrapper',
    target: (address) => address.searchParams.get('q') ?? address.searchParams.get('url'),
    severity: 'fix',
    reason: 'a result copied from Google',
    example: 'https://www.google.com/url?q=https://a.example/',
  },
  {
    find: /^(?:www\.)?google\.[a-z.]+\/amp\/s\//,
    why: 'copy',
    target: ({ href }) => `https://${/\/amp\/s\/(.*)$/.exec(href)?.[1] ?? ''}`,
    severity: 'look',
    reason: 'Google’s copy for phones',
    example: 'https://www.google.com/amp/s/a.example/x',
  },
  {
    find: /\.cdn\.ampproject\.org\//,
    why: 'copy',
    target: ({ href }) => `https://${/\/[cv]\/(?:s\/)?(.*)$/.exec(href)?.[1] ?? ''}`,
    severity: 'look',
    reason: 'the same',
    example: 'https://a-example.cdn.ampproject.org/c/s/a.example/x',
  },
  {
    find: /^[^/]*\b(?:ezproxy|libproxy|proxy\.library)\b[^/]*\/login$/,
    why: 'proxy',
    target: (address) => address.searchParams.get('url') ?? address.searchParams.get('qurl'),
    severity: 'fix',
    reason: 'the login of a library',
    example: 'https://ezproxy.uni.example/login?url=https://a.example/x',
  },
  {
    find: /^[^/]+\.(?:(?:ezproxy|libproxy)[^/]*|idm\.oclc\.org)\//,
    why: 'proxy',
    target: ({ href }) => behindProxy(href),
    severity: 'fix',
    reason: 'a page as a library’s members see it; dots of its host are written as dashes',
    example: 'https://www-nature-com.ezproxy.uni.example/articles/1',
  },
  {
    find: /\.list-manage\.com\/track\/click$/,
    why: 'counter',
    severity: 'fix',
    reason: 'counter of Mailchimp',
    example: 'https://x.us1.list-manage.com/track/click?u=1&id=2',
  },
  {
    find: /^(?:[^/]+\.)?substack\.com\/redirect\//,
    why: 'counter',
    severity: 'fix',
    reason: 'counter of Substack',
    example: 'https://substack.com/redirect/2/eyJlIjoi',
  },
  {
    find: /^(?:[^/]+\.)?(?:ct\.sendgrid\.net|convertkit-mail\d*\.com|awstrack\.me|pstmrk\.it|mjt\.lu|hubspotlinks\.com)\//,
    why: 'counter',
    severity: 'fix',
    reason: 'counters of services that send mail',
    example: 'https://u1.ct.sendgrid.net/ls/click?upn=x',
  },
  {
    find: /^mail\.google\.com\//,
    why: 'private',
    severity: 'fix',
    reason: 'a mail in the editor’s own mailbox',
    example: 'https://mail.google.com/mail/u/0/#inbox/abc',
  },
  {
    find: /^(?:localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|[^/]+\.local)(?::\d+)?\//,
    why: 'private',
    severity: 'fix',
    reason: 'the editor’s own machine or network',
    example: 'http://localhost:4000/draft',
  },
  {
    find: /^newsletters\.feedbinusercontent\.com\//,
    why: 'private',
    severity: 'look',
    reason: 'a newsletter as Feedbin keeps it for one reader; it opens for all, and may vanish',
    example: 'https://newsletters.feedbinusercontent.com/a36/a364.html',
  },
];

/** A detour that an address takes, and the address without it, where that is known. */
export interface Detour {
  why: DetourRule['why'];
  severity: Severity;
  target: string | null;
}

/** The detour that an address takes, or null. */
export function detourOf(address: string): Detour | null {
  const parsed = isWebAddress(address) ? parseAddress(address.trim()) : null;
  if (parsed === null) return null;
  const page = parsed.host + parsed.pathname;
  const rule = DETOURS.find(({ find }) => find.test(page));
  if (rule === undefined) return null;
  const target = rule.target?.(parsed) ?? null;
  return { why: rule.why, severity: rule.severity, target: target !== null && isWebAddress(target) ? target : null };
}

/** The address of a page behind a library's proxy: two dashes in the host were one, and single ones were dots. */
function behindProxy(address: string): string | null {
  const [, scheme, host = '', rest = ''] =
    /^(https?:\/\/)([^/]+?)\.(?:ezproxy|libproxy|[^./]+\.idm\.oclc)[^/]*(\/.*)?$/i.exec(address) ?? [];
  if (scheme === undefined) return null;
  const dotted = host.includes('.') ? host : host.replace(/--|-/g, (dashes) => (dashes === '--' ? '-' : '.'));
  return dotted.includes('.') ? scheme + dotted + rest : null;
}
