import { describe, expect, test } from 'vitest';
import { addressKey, cleanAddress } from '../../src/domain/address.ts';
import type { ParameterRule } from '../../src/domain/parameter-rule.ts';
import { PERSONAL } from '../../src/domain/personal-parameters.ts';
import { TRACKING, TRACKING_PATHS } from '../../src/domain/tracking.ts';

/** A site on which a rule holds. */
const siteOf = ({ sites, at }: ParameterRule) => {
  if (at?.test('news.example/t/slug/12')) return 'news.example/t/slug/12';
  if (at?.test('news.example/p/slug')) return 'news.example/p/slug';
  const site = (sites ?? 'news.example').split(' ')[0]?.replace('.*', '.com') ?? '';
  const paths = ['x', 'viewtopic.php', 'search', 'maps', '2022/08/x.html', 'dp/B01'];
  return `www.${site}/${paths.find((path) => at === undefined || at.test(`www.${site}/${path}`)) ?? 'x'}`;
};

const beside = ({ beside: other }: ParameterRule) =>
  other === undefined ? '' : `${other}${other.includes('=') ? '' : '=1'}&`;

describe('the table of what counts readers', () => {
  test.each(TRACKING.map((rule) => ({ rule, ...rule })))('$example is cut: $reason', ({ rule, example }) => {
    const address = `https://${siteOf(rule)}?article=7&${beside(rule)}${example}&lang=en`;
    const { address: printed, removed } = cleanAddress(address);
    expect(removed).toContain(example);
    expect(printed).toMatch(/\?article=7&(?:.*&)?lang=en$/);
  });

  test.each(TRACKING.filter(({ sites }) => sites !== undefined).map((rule) => ({ rule, ...rule })))(
    '$example stays elsewhere than on $sites',
    ({ rule, example }) => {
      const path = siteOf(rule).replace(/^[^/]+/, '');
      const address = `https://elsewhere.example${path}?${example}&id=1`;
      // Some names have a second rule, for values that only one kind of site writes.
      const others = TRACKING.filter(({ sites }) => sites === undefined);
      const isKnown = others.some(
        ({ names, value }) => names === rule.names && value?.test(example.split('=')[1] ?? ''),
      );
      if (!isKnown) expect(cleanAddress(address).address).toBe(address);
    },
  );

  test.each(TRACKING.filter((rule) => rule.beside !== undefined).map((rule) => ({ rule, ...rule })))(
    '$example stays without $beside',
    ({ rule, example }) => {
      const address = `https://${siteOf(rule).replace(/\/p\/slug|^www\.springer\.com/, '.example')}?${example}&id=1`;
      expect(cleanAddress(address).removed).toEqual([]);
    },
  );

  test('every name is spelled once only among the rules that hold everywhere', () => {
    const always = TRACKING.filter(
      ({ sites, at, beside: other, value, whole }) => !sites && !at && !other && !value && !whole,
    );
    const names = always.flatMap((rule) => rule.names.toLowerCase().split(' '));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('every rule has a reason and an example', () => {
    for (const { reason, example } of [...TRACKING, ...TRACKING_PATHS, ...PERSONAL]) {
      expect(reason.length).toBeGreaterThan(5);
      expect(example).not.toBe('');
    }
  });

  test.each([
    [
      'https://www.amazon.co.uk/Lathe/dp/B01/ref=sr_1_1?keywords=lathe&qid=1&sr=8-1',
      'https://www.amazon.co.uk/Lathe/dp/B01',
    ],
    ['https://shop.example/dp/B01/ref=sr_1_1', 'https://shop.example/dp/B01/ref=sr_1_1'],
  ])('the path of %s', (address, printed) => {
    expect(cleanAddress(address).address).toBe(printed);
  });
});

test.each([
  ['https://maps.google.com/?q=Oslo&g_st=ic', 'https://maps.google.com/?q=Oslo'],
  ['https://a.example/x?share=mastodon&nb=1', 'https://a.example/x'],
  ['https://a.example/x?share=threads&nb=1', 'https://a.example/x'],
  ['https://apps.apple.com/us/app/rope/id5?pt=1&ct=home&mt=8', 'https://apps.apple.com/us/app/rope/id5?mt=8'],
  ['https://dl.acm.org/doi/10.1145/5?af=R', 'https://dl.acm.org/doi/10.1145/5'],
])('%s is printed as %s', (address, printed) => {
  expect(cleanAddress(address).address).toBe(printed);
});

describe('what looks like it and is essential stays', () => {
  test.each([
    [
      'calendars',
      'https://calendar.google.com/calendar/embed?src=team%40group.calendar.google.com&ctz=Europe%2FBerlin',
    ],
    ['Phoronix', 'https://www.phoronix.com/scan.php?page=news_item&px=Linux-6.0'],
    ['Phoronix, as it was copied from HTML', 'https://www.phoronix.com/scan.php?page=news_item&amp;px=Apple-M1'],
    ['a place in a video', 'https://www.youtube.com/watch?v=abc&t=90s&list=PL1&index=3'],
    ['a place in a video, short', 'https://youtu.be/abc?t=90'],
    ['a gift of Medium', 'https://medium.com/@ada/x?sk=0123'],
    ['a gift of the New York Times', 'https://www.nytimes.com/2022/08/01/x.html?unlocked_article_code=1.a'],
    ['the same, as some spell it', 'https://www.nytimes.com/2022/08/01/x.html?unlockedarticlecode=1.bFA'],
    ['a gift of the Washington Post', 'https://www.washingtonpost.com/x/?pwapi_token=eyJ0'],
    ['a gift of the Wall Street Journal', 'https://www.wsj.com/articles/x?st=abc'],
    ['a gift of the Financial Times', 'https://www.ft.com/content/1?accessToken=zwAA&sharetype=gift&token=1f'],
    ['a gift of the Atlantic', 'https://www.theatlantic.com/x/?gift=abc'],
    ['a branch', 'https://github.com/a/b/blob/x.md?ref=v1.2.dev'],
    ['a branch that is called like a site', 'https://gitlab.com/a/b/-/blob/x?ref=weekly'],
    ['a reference that is no site', 'https://a.example/x?ref=chapter.two'],
    ['what only begins like Matomo', 'https://a.example/?pk_no=7&pk_id=2'],
    ['a language of Sitecore', 'https://a.example/?sc_lang=en&sc_itemid=1'],
    ['an article of WeChat', 'https://mp.weixin.qq.com/s?__biz=Mz&mid=265&idx=1&sn=1f'],
    ['Google News in another country', 'https://news.google.com/search?q=x&hl=de&gl=DE&ceid=DE:de'],
    ['a key to a file', 'https://www.dropbox.com/scl/fi/a/x.pdf?rlkey=1f&dl=0'],
    ['a key to a document', 'https://docs.google.com/document/d/1/edit?resourcekey=0-a&tab=t.0#heading=h.1'],
    ['a form that is filled in', 'https://docs.google.com/forms/d/e/1/viewform?usp=pp_url&entry.1=a'],
    ['the password of a meeting', 'https://zoom.us/j/1?pwd=abc'],
    ['a job', 'https://www.indeed.com/viewjob?jk=1&cmp=a&t=b'],
    ['a job of Taleo', 'https://a.taleo.net/careersection/2/jobdetail.ftl?job=247112&src=JB-10'],
    ['a search', 'https://a.example/search?q=x&s=1&source=web&ref=2&t=3&r=4&si=5&via=6&p=7'],
    ['a search on Amazon', 'https://www.amazon.com/s?k=lathe&rh=n%3A1'],
    ['a comment on Reddit', 'https://www.reddit.com/r/a/comments/1/x/?context=3&sort=top'],
    ['a photograph', 'https://www.facebook.com/photo.php?fbid=1&set=a.2&id=3'],
    ['a node of Figma', 'https://www.figma.com/file/a/x?node-id=1-2'],
    ['a picture', 'https://pbs.twimg.com/media/a?format=png&name=900x900'],
    ['a question without a name', 'https://a.example/?7'],
    ['a route', 'https://a.example/#/x?page=2'],
    ['a part that counts', 'https://a.example/x#t=90'],
    ['an archive’s copy, by every letter', 'https://web.archive.org/web/2022/https://a.example/x?utm_source=n'],
    ['another archive’s', 'https://archive.ph/2022.08.01/https://a.example/x?fbclid=1'],
    ['a signed file', 'https://a.s3.amazonaws.com/x.pdf?utm_source=n&X-Amz-Signature=1f&X-Amz-Expires=60'],
    ['bugs', 'https://bugs.example/show_bug.cgi?id=1&source=2'],
    ['an old post', 'https://devblogs.microsoft.com/oldnewthing/20220816-00/?p=106994'],
    ['a forum', 'https://www.vogons.org/viewtopic.php?f=46&t=69184'],
    ['a page of PLOS', 'https://journals.plos.org/ploscompbiol/article?id=10.1371/journal.pcbi.1009554'],
    ['a Microsoft link by its number', 'https://go.microsoft.com/fwlink/?linkid=2145678'],
    ['a number that is no campaign', 'https://a.example/?icid=123&sf=1&__s=on&e=7cc492dc98&cid=4'],
  ])('%s', (_, address) => {
    expect(cleanAddress(address)).toEqual({ address, removed: [] });
  });
});

test.each([
  [
    'HBR, as the first newsletter printed it',
    'https://hbr.org/2022/08/a-simple-way-to-introduce-yourself?SEQUOIACAPITAL-2022_08_09&sponsored=0&position=3&scheduled_corpus_item_id=859e8384-9962-49ab-aafc-b5728b1fbbc7',
    'https://hbr.org/2022/08/a-simple-way-to-introduce-yourself',
  ],
  ['landlock', 'https://landlock.io/#', 'https://landlock.io/'],
  [
    'the Times, with its gift',
    'https://www.nytimes.com/2026/04/14/business/x.html?unlocked_article_code=1.bFA&smid=nytcore-ios-share',
    'https://www.nytimes.com/2026/04/14/business/x.html?unlocked_article_code=1.bFA',
  ],
  [
    'Medium, with its gift',
    'https://towardsdatascience.com/x-1a2b?source=friends_link&sk=0f',
    'https://towardsdatascience.com/x-1a2b?sk=0f',
  ],
  [
    'Substack under its own name',
    'https://www.slow.example/p/x?s=r&utm_campaign=post&utm_medium=web',
    'https://www.slow.example/p/x',
  ],
  [
    'who shared it in a forum',
    'https://discourse.haskell.org/t/game-water-wars/785?u=taylorfausak',
    'https://discourse.haskell.org/t/game-water-wars/785',
  ],
  [
    'the mail of Mailchimp',
    'https://us1.campaign-archive.com/?u=631f&id=5a14&e=7cc492dc98',
    'https://us1.campaign-archive.com/?u=631f&id=5a14',
  ],
])('%s', (_, address, printed) => {
  expect(cleanAddress(address).address).toBe(printed);
  expect(addressKey(address)).toBe(addressKey(printed));
});
