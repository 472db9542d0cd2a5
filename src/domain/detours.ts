import { isWebAddress, parseAddress } from './web-address.ts';

/** An address that is not the page's own: it leads through something, or only one reader can open it. */
interface DetourRule {
  /** Asked about host and path. */
  find: RegExp;
  /** Asked about the query, without its question mark. */
  query?: RegExp;
  /**
   * `counter`: each click is counted to the one who got the mail. `proxy`: opens for members of one library only.
   * `wrapper`: a detour over a mail program, a search engine or a social site. `copy`: somebody else's copy of the page,
   * or one for phones. `private`: a page that was made for one reader, or that lies on their machine.
   */
  why: 'counter' | 'proxy' | 'wrapper' | 'copy' | 'private';
  /** The address behind it, where the address itself tells; it may still be encoded. */
  target?: (address: string) => string | null;
  /** It is worth a look, and no fault. */
  look?: true;
  reason: string;
  example: string;
}

/** What a parameter holds, as it stands in the address. */
const parameter =
  (...names: string[]) =>
  (address: string): string | null => {
    const [, query = ''] = /\?([^#]*)/.exec(address) ?? [];
    const all = query.split('&').map((part) => part.replace(/^amp;/, ''));
    for (const name of names) {
      const found = all.find((part) => part.startsWith(`${name}=`) && part.length > name.length + 1);
      if (found !== undefined) return found.slice(name.length + 1);
    }
    return null;
  };

/** What the expression finds, first group; all to the end is the target's, with its own query and fragment. */
const after =
  (expression: RegExp) =>
  (address: string): string | null =>
    expression.exec(address)?.[1] ?? null;

/** An address without its scheme, behind something. */
const secure = (expression: RegExp) => (address: string) => {
  const rest = expression.exec(address)?.[1];
  return rest === undefined ? null : `https://${rest}`;
};

/** The host spelled another way, the rest as it is. */
const onHost = (expression: RegExp, host: string) => (address: string) =>
  address.replace(
    /^(https?:\/\/)([^/?#]+)/i,
    (_, scheme: string, name: string) => scheme + name.replace(expression, host),
  );

export const DETOURS: readonly DetourRule[] = [
  // Programs for mail and work
  {
    find: /\.safelinks\.protection\.(?:outlook\.com|office365\.us)\/|^statics\.teams\.cdn\.office\.net\/.*safelinks/,
    why: 'wrapper',
    target: parameter('url'),
    reason: 'Outlook puts itself between; the address holds the mailbox',
    example: 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx&data=05',
  },
  {
    find: /^urldefense(?:\.proofpoint)?\.com\/v3\//,
    why: 'wrapper',
    target: proofpoint3,
    reason: 'Proofpoint puts itself between',
    example: 'https://urldefense.com/v3/__https://a.example/x__;!!abc',
  },
  {
    find: /^urldefense(?:\.proofpoint)?\.com\/v2\/url$/,
    why: 'wrapper',
    target: (address) => parameter('u')(address)?.replaceAll('-', '%').replaceAll('_', '/') ?? null,
    reason: 'the same, an older form: - is %, _ is /',
    example: 'https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_x&d=Dw',
  },
  {
    find: /^urldefense(?:\.proofpoint)?\.com\/v1\/url$/,
    why: 'wrapper',
    target: parameter('u'),
    reason: 'the same, the oldest form',
    example: 'https://urldefense.proofpoint.com/v1/url?u=http://a.example/x&k=1',
  },
  {
    find: /^(?:linkprotect\.cudasvc\.com\/url|clicktime\.symantec\.com\/)/,
    why: 'wrapper',
    target: parameter('a', 'u'),
    reason: 'Barracuda or Symantec puts itself between',
    example: 'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fa.example%2fx&c=E,1',
  },
  {
    find: /^(?:url\.avanan\.click|protect\.checkpoint\.com)\/v2\/(?:r01\/)?___/,
    why: 'wrapper',
    target: after(/___(https?:.+?)___/),
    reason: 'Check Point puts itself between',
    example: 'https://url.avanan.click/v2/___https://a.example/x___.YXA',
  },
  {
    find: /^(?:protect-\w+\.mimecast|url\.[\w.]+\.mimecastprotect)\.com\/s\//,
    why: 'wrapper',
    reason: 'Mimecast puts itself between, and only it knows what is behind',
    example: 'https://protect-us.mimecast.com/s/AbCd',
  },
  {
    find: /^secure-web\.cisco\.com\//,
    why: 'wrapper',
    target: after(/\/(https?(?::|%3A).+)$/i),
    reason: 'Cisco puts itself between',
    example: 'https://secure-web.cisco.com/1abc/https%3A%2F%2Fa.example%2Fx',
  },
  {
    find: /^(?:slack-redir\.net\/link|paper\.dropbox\.com\/ep\/redirect\/|www\.dropbox\.com\/referrer_cleansing_redirect|mailtrack\.io\/trace\/link\/)/,
    why: 'wrapper',
    target: parameter('url'),
    reason: 'a detour of Slack, Dropbox Paper or a mail program',
    example: 'https://slack-redir.net/link?url=https%3A%2F%2Fa.example%2Fx',
  },
  // Searching
  {
    find: /^(?:www\.)?google\.[a-z.]+\/(?:url|aclk)$|^www\.googleadservices\.com\/pagead\/aclk$/,
    why: 'wrapper',
    target: parameter('q', 'url', 'adurl'),
    reason: 'a result copied from Google, or from its documents and mails',
    example: 'https://www.google.com/url?q=https://a.example/x&sa=D',
  },
  {
    find: /^(?:www\.)?google\.[a-z.]+\/amp\/s\//,
    why: 'wrapper',
    target: secure(/\/amp\/s\/(.*)$/i),
    reason: 'Google’s copy for phones',
    example: 'https://www.google.com/amp/s/a.example/x',
  },
  {
    find: /\.cdn\.ampproject\.org\/(?:[a-z]\/)?s\//,
    why: 'wrapper',
    target: secure(/ampproject\.org\/(?:[a-z]\/)?s\/(.*)$/i),
    reason: 'the same',
    example: 'https://a-example.cdn.ampproject.org/c/s/a.example/x',
  },
  {
    find: /^(?:www\.)?bing\.com\/ck\/a$/,
    why: 'wrapper',
    target: (address) => fromBase64(parameter('u')(address)?.replace(/^a1/, '') ?? ''),
    reason: 'a result copied from Bing; the address is in code',
    example: 'https://www.bing.com/ck/a?!&&p=1f&u=a1aHR0cHM6Ly9hLmV4YW1wbGUveA&ntb=1',
  },
  {
    find: /^(?:duckduckgo\.com\/l\/|www\.bing\.com\/alink\/link$)/,
    why: 'wrapper',
    target: parameter('uddg', 'url'),
    reason: 'a result copied from DuckDuckGo',
    example: 'https://duckduckgo.com/l/?uddg=https%3A%2F%2Fa.example%2Fx&rut=1f',
  },
  {
    find: /^r\.search\.yahoo\.com\//,
    why: 'wrapper',
    target: after(/\/RU=([^/]+)/),
    reason: 'a result copied from Yahoo',
    example: 'https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=https%3a%2f%2fa.example%2fx/RK=2/RS=1-',
  },
  // Social sites
  {
    find: /^(?:(?:l|lm|www|m)\.facebook\.com\/(?:l\.php|flx\/warn\/)|l\.instagram\.com\/|l\.messenger\.com\/|l\.threads\.(?:net|com)\/|l\.wl\.co\/l)/,
    why: 'wrapper',
    target: parameter('u'),
    reason: 'Facebook puts itself between',
    example: 'https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx&h=AT0',
  },
  {
    find: /^(?:t\.co\/|(?:twitter|x)\.com\/i\/redirect$)/,
    why: 'wrapper',
    target: parameter('url'),
    reason: 'Twitter puts itself between; mostly only Twitter knows what is behind',
    example: 'https://twitter.com/i/redirect?url=https%3A%2F%2Fa.example%2Fx&t=1',
  },
  {
    find: /^(?:out\.reddit\.com\/|click\.redditmail\.com\/|(?:www\.)?reddit\.com\/media$|(?:www\.)?linkedin\.com\/(?:redir\/|safety\/go)|exit\.sc\/|gate\.sc\/|(?:www\.)?pinterest\.[a-z.]+\/offsite\/?$|(?:www\.)?medium\.com\/r\/|(?:app\.)?getpocket\.com\/redirect|(?:www\.)?douban\.com\/link2\/|www\.jianshu\.com\/go-wild)/,
    why: 'wrapper',
    target: parameter('url'),
    reason: 'a social site puts itself between',
    example: 'https://out.reddit.com/t3_1?url=https%3A%2F%2Fa.example%2Fx&token=AQ',
  },
  {
    find: /^disq\.us\/url$/,
    why: 'wrapper',
    target: (address) => parameter('url')(address)?.replace(/(?::|%3A)[\w-]{20,}$/i, '') ?? null,
    reason: 'Disqus puts itself between, and signs behind a colon',
    example: 'https://disq.us/url?url=https%3A%2F%2Fa.example%2Fx%3AZrq1Yt0V0JcC2eS9PZlq3n7yQdE',
  },
  {
    find: /^(?:www\.)?youtube\.com\/redirect$/,
    why: 'wrapper',
    target: parameter('q'),
    reason: 'a link below a video',
    example: 'https://www.youtube.com/redirect?event=video_description&q=https%3A%2F%2Fa.example%2Fx',
  },
  {
    find: /^t\.umblr\.com\/redirect$/,
    why: 'wrapper',
    target: parameter('z'),
    reason: 'Tumblr puts itself between',
    example: 'https://t.umblr.com/redirect?z=https%3A%2F%2Fa.example%2Fx&t=1',
  },
  {
    find: /^(?:(?:m\.)?vk\.com|away\.vk\.com)\/away(?:\.php)?$/,
    why: 'wrapper',
    target: parameter('to'),
    reason: 'VK puts itself between',
    example: 'https://vk.com/away.php?to=https%3A%2F%2Fa.example%2Fx',
  },
  {
    find: /^(?:steamcommunity\.com\/linkfilter\/?|go\.bsky\.app\/redirect)$/,
    why: 'wrapper',
    target: parameter('u', 'url'),
    reason: 'Steam or Bluesky puts itself between',
    example: 'https://steamcommunity.com/linkfilter/?u=https%3A%2F%2Fa.example%2Fx',
  },
  {
    find: /^(?:link\.(?:zhihu|csdn|juejin|jianshu)\.(?:com|net|cn)\/|gitee\.com\/link$|weibo\.cn\/sinaurl$)/,
    why: 'wrapper',
    target: parameter('target', 't', 'u'),
    reason: 'a site in China puts itself between',
    example: 'https://link.zhihu.com/?target=https%3A//a.example/x',
  },
  {
    find: /^(?:www\.)?(?:href\.li|anonym\.(?:to|es)|anon\.to|nullrefer\.com|dereferer\.(?:me|org)|blankrefer\.com|hidereferrer\.com)\/|deviantart\.com\/users\/outgoing$/,
    why: 'wrapper',
    target: after(/\?(https?(?::|%3A).*)$/i),
    reason: 'hides where one comes from',
    example: 'https://href.li/?https://a.example/x?id=7',
  },
  {
    find: /^(?:outgoing\.prod\.mozaws\.net|prod\.outgoing\.prod\.webservices\.mozgcp\.net)\/v1\//,
    why: 'wrapper',
    target: after(/\/v1\/[0-9a-f]{64}\/(.+)$/),
    reason: 'Mozilla’s add-on site puts itself between',
    example: `https://prod.outgoing.prod.webservices.mozgcp.net/v1/${'0'.repeat(64)}/https%3A//a.example/x`,
  },
  {
    find: /^(?:go\.redirectingat\.com|go\.skimresources\.com|redirect\.viglink\.com|click\.linksynergy\.com\/deeplink|(?:www\.)?awin1\.com\/cread\.php)/,
    why: 'wrapper',
    target: parameter('url', 'u', 'murl', 'ued', 'p'),
    reason: 'somebody earns a commission',
    example: 'https://go.skimresources.com/?id=1X2&url=https%3A%2F%2Fa.example%2Fx',
  },
  // Counters
  {
    find: /^(?:[^/]+\.)?(?:awstrack\.me\/L0|tracking\.tldrnewsletter\.com\/CL0)\//,
    why: 'counter',
    target: after(/\/C?L0\/(https?(?::|%3A).+?)\/\d+\/[0-9a-f-]{10,}/i),
    reason: 'counter of Amazon’s mail service; the address is in its path',
    example: 'https://abc.r.us-east-1.awstrack.me/L0/https:%2F%2Fa.example%2Fx/1/0100017f-1a2b/sig=1',
  },
  {
    find: /^(?:[^/]+\.)?substack\.com\/redirect\/2\//,
    why: 'counter',
    target: (address) =>
      /"e":"(https?:[^"\\]+)"/.exec(fromBase64(/\/2\/([\w-]+)/.exec(address)?.[1] ?? '') ?? '')?.[1] ?? null,
    reason: 'counter of Substack; the address is in code',
    example: 'https://substack.com/redirect/2/eyJlIjoiaHR0cHM6Ly9hLmV4YW1wbGUveCJ9.abc',
  },
  {
    find: /^(?:[^/]+\.)?(?:click\.)?(?:convertkit-mail\d*|kit-mail\d*)\.com\//,
    why: 'counter',
    target: (address) => fromBase64(/\/(aHR0c[\w+=-]+)$/.exec(address)?.[1] ?? ''),
    reason: 'counter of Kit; the address is in code',
    example: 'https://click.convertkit-mail2.com/1a2b/3c4d/aHR0cHM6Ly9hLmV4YW1wbGUveA==',
  },
  {
    find: /^links\.[a-z]*\.?govdelivery\.com(?::\d+)?\/track$/,
    why: 'counter',
    target: after(/&(https?:\/\/.+)$/),
    reason: 'counter of GovDelivery',
    example: 'https://links.govdelivery.com/track?type=click&enid=ZW&&&101&&&https://a.example/x',
  },
  {
    find: /\.list-manage\d*\.com\/track\/click$/,
    why: 'counter',
    reason: 'counter of Mailchimp',
    example: 'https://x.us1.list-manage.com/track/click?u=1&id=2',
  },
  {
    find: /^(?:[^/]+\.)?substack\.com\/redirect\/|^email\.mg\d*\.substack\.com\/c\//,
    why: 'counter',
    reason: 'counter of Substack',
    example: 'https://substack.com/redirect/0a1b',
  },
  {
    find: /^(?:[^/]+\.)?(?:ct\.sendgrid\.net|awstrack\.me|pstmrk\.it|mjt\.lu|hubspotlinks\.com|cmail\d+\.com|createsend\d*\.com|mlsend\d*\.com|mailerlite\.com\/link|mandrillapp\.com\/track|customeriomail\.com|dripemail\d*\.com|rs6\.net|exct\.net|bloombergbusiness\.com\/click|link\.mail\.beehiiv\.com|sendibm\d*\.com|klclick\d*\.com)\b/,
    why: 'counter',
    reason: 'counters of services that send mail',
    example: 'https://u1.ct.sendgrid.net/ls/click?upn=x',
  },
  // Libraries
  {
    find: /^[^/]*\b(?:e?zproxy|ezp|libproxy|proxy\.library|proxy\.lib)\b[^/]*\/login$|^go\.openathens\.net\/redirector\/|^[^/]+\.idm\.oclc\.org\/login$/,
    why: 'proxy',
    target: (address) => after(/[?&]q?url=(https?:\/\/.*)$/i)(address) ?? parameter('url', 'qurl')(address),
    reason: 'the login of a library; what stands behind url= is all the page’s',
    example: 'https://ezproxy.uni.example/login?url=https://a.example/x?id=7',
  },
  {
    find: /^[^/]+\.(?:(?:ezproxy|eproxy|libproxy|ezp(?:-[a-z0-9]+)?)[^/]*|[^/.]+\.idm\.oclc\.org)\/|^[a-z0-9-]+-(?:com|org|net|edu|gov|io|uk|de|eu|int|info|nl|fr|ch|jp)\.[^/]*proxy[^/]*\//,
    why: 'proxy',
    target: behindProxy,
    reason: 'a page as a library’s members see it; dots of its host are written as dashes',
    example: 'https://www-nature-com.ezproxy.uni.example/articles/1',
  },
  // Copies
  {
    find: /\.translate\.goog\//,
    why: 'copy',
    target: (address) => withoutGoogle(onHost(/^(.*)\.translate\.goog$/, '$1')(address)),
    look: true,
    reason: 'a page as Google translates it; dots of its host are written as dashes',
    example: 'https://www-a-example.translate.goog/x?_x_tr_sl=de&_x_tr_tl=en',
  },
  {
    find: /^translate\.google\.[a-z.]+\/(?:translate|website)$/,
    why: 'copy',
    target: parameter('u'),
    look: true,
    reason: 'the same',
    example: 'https://translate.google.com/translate?sl=de&tl=en&u=https://a.example/x',
  },
  {
    find: /^[a-z-]+\.m\.(?:wikipedia|wiktionary|wikimedia|wikiquote|wikisource)\.org\//,
    why: 'copy',
    target: onHost(/\.m\./, '.'),
    look: true,
    reason: 'the page for phones',
    example: 'https://en.m.wikipedia.org/wiki/Lathe',
  },
  {
    find: /^m\.youtube\.com\//,
    why: 'copy',
    target: onHost(/^m\./, 'www.'),
    look: true,
    reason: 'the page for phones',
    example: 'https://m.youtube.com/watch?v=abc',
  },
  {
    find: /^mobile\.(?:twitter|x)\.com\//,
    why: 'copy',
    target: onHost(/^mobile\./, ''),
    look: true,
    reason: 'the page for phones',
    example: 'https://mobile.twitter.com/ada/status/1',
  },
  {
    find: /^[^/]+\/.*\/amp\/?$/,
    why: 'copy',
    target: (address) => address.replace(/\/amp(\/?(?:[?#]|$))/i, '$1'),
    look: true,
    reason: 'the page for phones (AMP)',
    example: 'https://a.example/2022/08/x/amp/',
  },
  {
    find: /^amp\.|^[^/]+\/amp\/.|\.amp(?:\.html?)?$/,
    why: 'copy',
    look: true,
    reason: 'the same, elsewhere in the address; the page itself tells which is its own',
    example: 'https://amp.a.example/x',
  },
  {
    find: /./,
    query: /(?:^|&)(?:amp(?:=1|=true)?|outputType=amp)(?:&|$)/i,
    why: 'copy',
    target: (address) =>
      address.replace(/([?&])(?:amp(?:=1|=true)?|outputType=amp)(?:&|(?=#|$))/i, '$1').replace(/[?&](?=#|$)/, ''),
    look: true,
    reason: 'the same, as a parameter',
    example: 'https://a.example/x?amp=1',
  },
  // For one reader only
  {
    find: /^(?:mail\.google\.com|outlook\.(?:live|office|office365)\.com\/mail|mail\.yahoo\.com|app\.fastmail\.com|mail\.proton\.me)\b/,
    why: 'private',
    reason: 'a mail in the editor’s own mailbox',
    example: 'https://mail.google.com/mail/u/0/#inbox/abc',
  },
  {
    find: /^(?:localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|\[::1\]|[^/]+\.(?:local|internal|lan))(?::\d+)?\//,
    why: 'private',
    reason: 'the editor’s own machine or network',
    example: 'http://localhost:4000/draft',
  },
  {
    find: /^newsletters\.feedbinusercontent\.com\//,
    why: 'private',
    look: true,
    reason: 'a newsletter as Feedbin keeps it for one reader; it opens for all, and may vanish',
    example: 'https://newsletters.feedbinusercontent.com/a36/a364.html',
  },
  {
    find: /^(?:feedbin\.com\/(?:entries|\w+\/entries)|feedly\.com\/i\/|(?:www\.)?inoreader\.com\/article|read\.readwise\.io|(?:app\.)?getpocket\.com\/read|(?:www\.)?instapaper\.com\/read|kill-the-newsletter\.com\/feeds)\b/,
    why: 'private',
    look: true,
    reason: 'a page as the editor’s feed reader shows it',
    example: 'https://feedly.com/i/entry/abc',
  },
];

/** A detour that an address takes, and the address without it, where that is known. */
export interface Detour {
  why: DetourRule['why'];
  /** Whether it ought to be mended, or is only worth a look. */
  severity: 'fix' | 'look';
  target: string | null;
}

/** The detour that an address takes, or null. */
export function detourOf(address: string): Detour | null {
  return isWebAddress(address) ? find(address.trim(), DETOURS) : null;
}

/** Only those whose target may be printed without asking: a proxy or a copy may not show the same page. */
const WRAPPERS = DETOURS.filter(({ why, target }) => (why === 'wrapper' || why === 'counter') && target !== undefined);

function find(address: string, rules: readonly DetourRule[]): Detour | null {
  // Not parsed: keys are made of addresses by the hundred thousand.
  const [, host = '', path = '', query = ''] =
    /^https?:\/\/(?:[^/?#@]*@)?([^/?#]*)([^?#]*)\??([^#]*)/i.exec(address) ?? [];
  const page = host.toLowerCase() + (path || '/');
  const rule = rules.find((one) => one.find.test(page) && (one.query === undefined || one.query.test(query)));
  if (rule === undefined) return null;
  const target = rule.target?.(address) ?? null;
  return { why: rule.why, severity: rule.look ? 'look' : 'fix', target: target === null ? null : opened(target) };
}

/** More detours than this in one another are a trap. */
const MOST_DETOURS = 8;

/**
 * The address behind wrappers and counters, where the address itself tells, and what was passed on the way. Proxies and
 * copies are left: what is behind them may not be the same page.
 */
export function unwrapped(address: string): { address: string; passed: string[] } {
  const passed: string[] = [];
  for (let inner = address; passed.length <= MOST_DETOURS; ) {
    const target = find(inner.trim(), WRAPPERS)?.target ?? null;
    if (target === null || target === inner) return { address: inner, passed };
    passed.push(inner.trim().replace(/[?#].*$/s, ''));
    inner = target;
  }
  return { address, passed: [] };
}

/** A target as an address: decoded where it was encoded, up to twice; null: it is none that readers can follow. */
function opened(target: string): string | null {
  let address = target;
  for (let round = 0; round < 3; round += 1) {
    // What begins as an address is one: what is encoded in it is its own, but for a query without an equals sign:
    // Google's documents leave the head of an address as it is and encode only that (`?q=https://a.example/x?id%3D7`).
    if (/^https?:\/\//i.test(address) && !(round === 0 && hasEncodedQuery(address))) {
      const parsed = isWebAddress(address) && !/[\s<>"\\]/.test(address) ? parseAddress(address) : null;
      return parsed !== null && parsed.username === '' && parsed.password === '' ? address : null;
    }
    try {
      address = decodeURIComponent(address);
    } catch {
      return null;
    }
  }
  return null;
}

/** `https://a.example/x?id%3D7`, `https://a.example/x%3Fid%3D7` */
function hasEncodedQuery(address: string): boolean {
  return !address.includes('=') && /(?:\?|%3F)[^#]*%3D/i.test(address);
}

/** Text out of base64, in either alphabet; null: it is none. */
function fromBase64(code: string): string | null {
  if (code === '') return null;
  try {
    const bytes = atob(code.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
  } catch {
    return null;
  }
}

/** Proofpoint's third form: every `*` stands for the next of the characters that follow, in code, after the address. */
function proofpoint3(address: string): string | null {
  const [, target, code = ''] = /\/v3\/__(.+?)__;([\w+/=-]*)/.exec(address) ?? [];
  if (target === undefined) return null;
  const characters = [...(fromBase64(code) ?? '')];
  // `**A` stands for two of them, `**B` for three.
  const plain = target.replace(/\*(?:\*([A-Z]))?/g, (star, run?: string) => {
    const count = run === undefined ? 1 : run.charCodeAt(0) - 63;
    const taken = characters.splice(0, count).join('');
    return taken === '' ? star : encodeURI(taken);
  });
  return plain.replace(/^(https?:\/)(?!\/)/, '$1/');
}

/** Ends of host names, in front of a proxy's. */
const ENDS = 'com|org|net|edu|gov|io|uk|de|eu|int|info|nl|fr|ch|jp';
const DASHED = new RegExp(`^[a-z0-9-]+-(?:${ENDS})$`, 'i');

/** The address of a page behind a library's proxy: two dashes in the host were one, and single ones were dots. */
function behindProxy(address: string): string | null {
  const [, scheme, name = '', rest = ''] = /^(https?:\/\/)([^/?#]+)(.*)$/is.exec(address) ?? [];
  if (scheme === undefined) return null;
  const [first = ''] = name.split('.');
  const host = DASHED.test(first) ? first : /^(.+?)\.(?:e[zj]?proxy|libproxy|ezp\b|[^.]+\.idm\.oclc)/i.exec(name)?.[1];
  const dotted = withDots(host ?? '');
  return dotted.includes('.') ? scheme + dotted + rest : null;
}

const withDots = (host: string) =>
  host.includes('.') ? host : host.replace(/--|-/g, (dashes) => (dashes === '--' ? '-' : '.'));

/** A translated page's own address. */
function withoutGoogle(address: string): string {
  return address
    .replace(/^(https?:\/\/)([^/?#]+)/i, (_, scheme: string, host: string) => scheme + withDots(host))
    .replace(/([?&])(?:_x_tr_\w+=[^&#]*&?)+/g, '$1')
    .replace(/[?&](?=#|$)/, '');
}
