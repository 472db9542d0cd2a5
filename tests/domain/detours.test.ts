import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey, cleanAddress } from '../../src/domain/address.ts';
import { cautionOf } from '../../src/domain/caution.ts';
import { DETOURS, detourOf } from '../../src/domain/detours.ts';

const TARGET = 'https://a.example/x';

describe('the table of detours', () => {
  test.each(DETOURS)('$example: $reason', ({ example, why, target }) => {
    const detour = detourOf(example);
    expect(detour?.why).toBe(why);
    if (target === undefined) expect(detour?.target).toBeNull();
    else expect(parseAgain(detour?.target)).toBe(detour?.target);
  });

  test.each(DETOURS.filter(({ why, target }) => (why === 'wrapper' || why === 'counter') && target !== undefined))(
    '$example is unwrapped, and says so',
    ({ example }) => {
      const { address, removed } = cleanAddress(example);
      expect(address.replace('http:', 'https:').replace('?id=7', '')).toBe(TARGET);
      expect(removed).toEqual([example.replace(/\?.*/, '')]);
      expect(addressKey(example)).toBe(addressKey(address));
    },
  );

  test.each(DETOURS.filter(({ why, target }) => why === 'proxy' || why === 'copy' || target === undefined))(
    '$example is left, and pointed out',
    ({ example, why }) => {
      expect(cleanAddress(example).removed).toEqual([]);
      expect(detourOf(example)?.why).toBe(why);
    },
  );
});

const parseAgain = (address: string | null | undefined) => (address == null ? null : new URL(address) && address);

describe('what is behind a wrapper', () => {
  test.each([
    ['is cleaned, too', 'https://www.google.com/url?q=https://a.example/x%3Futm_source%3Dn&sa=D', TARGET],
    [
      'is decoded where only its query was encoded',
      'https://www.google.com/url?q=https://a.example/x?id%3D7%26to%3Da%2520b&sa=D',
      'https://a.example/x?id=7&to=a%20b',
    ],
    [
      'keeps what is encoded in its own parameters',
      'https://out.reddit.com/t3_1?url=https://a.example/x?id=7%3D8&token=AQ',
      'https://a.example/x?id=7%3D8',
    ],
    [
      'is decoded where it was encoded',
      'https://www.google.com/url?url=https%3A%2F%2Fa.example%2Fx%3Fid%3D7%26utm_source%3Dn',
      'https://a.example/x?id=7',
    ],
    [
      'is decoded once only',
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fa%2520b%3Fq%3Da%252Bb',
      'https://a.example/a%20b?q=a%2Bb',
    ],
    ['keeps a plus', 'https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F%3Fq%3Da+b', 'https://a.example/?q=a+b'],
    [
      'may be a wrapper again',
      `https://www.google.com/url?q=${encodeURIComponent('https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx%3Ffbclid%3D1')}`,
      TARGET,
    ],
    ['may be encoded twice', 'https://www.curious.example/', 'https://www.curious.example/'],
    [
      'may have characters that Proofpoint hid',
      'https://urldefense.com/v3/__https://a.example/?q=a*b&c=*d__;JSo!!abc',
      'https://a.example/?q=a%25b&c=*d',
    ],
  ])('%s', (_, address, printed) => {
    expect(cleanAddress(address).address).toBe(printed);
  });

  test.each([
    ['a script', 'https://www.google.com/url?q=javascript:alert(1)'],
    ['a script, encoded', 'https://www.google.com/url?q=javascript%3Aalert(1)%2F%2Fhttps%3A%2F%2Fa.example'],
    ['a file', 'https://vk.com/away.php?to=file%3A%2F%2F%2Fetc%2Fpasswd'],
    ['words', 'https://www.google.com/url?q=lathe'],
    ['nothing', 'https://www.google.com/url?q='],
    ['what cannot be decoded', 'https://www.google.com/url?q=https%3A%2F%2F%zz'],
    ['what does not parse', 'https://www.google.com/url?q=https%3A%2F%2F%5B'],
    ['a name and password', 'https://www.google.com/url?q=https%3A%2F%2Fa%3Ab%40a.example'],
    ['white space', 'https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fa%20b'],
    ['code that is none', 'https://www.bing.com/ck/a?u=a1%%%'],
    ['an opaque one', 'https://t.co/Tmd099Y4pI'],
    ['a search', 'https://www.google.com/search?q=https%3A%2F%2Fa.example'],
    ['a site that is called alike', 'https://notgoogle.com/url?q=https://a.example'],
    ['a page with such a parameter', 'https://outlook.example/?url=https%3A%2F%2Fa.example%2Fy'],
  ])('is no address: %s stays', (_, address) => {
    expect(cleanAddress(address)).toEqual({ address, removed: [] });
  });

  test('is not looked for without end', () => {
    let address = TARGET;
    for (let round = 0; round < 40; round += 1) address = `https://href.li/?${address}`;
    expect(cleanAddress(address)).toEqual({ address, removed: [] });
  });

  test('is never but a web address, whatever the wrapper holds', () => {
    const wrappers = DETOURS.map(({ example }) => example);
    fc.assert(
      fc.property(fc.constantFrom(...wrappers), fc.string(), fc.nat(), (wrapper, junk, at) => {
        const address = wrapper.slice(0, at % wrapper.length) + junk;
        const { address: printed } = cleanAddress(address);
        expect(printed === address || /^https?:\/\//i.test(printed.trim())).toBe(true);
        expect(cleanAddress(printed).address).toBe(printed);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is pointed out', () => {
  test.each([
    ['https://www-nature-com.ezproxy.uni.example/articles/1?x=1', 'proxy', 'https://www.nature.com/articles/1?x=1'],
    ['https://www-a--b-com.libproxy.uni.example/x', 'proxy', 'https://www.a-b.com/x'],
    ['https://www.nature.com.ezproxy.uni.example/articles/1', 'proxy', 'https://www.nature.com/articles/1'],
    ['https://www-science-org.stanford.idm.oclc.org/doi/1', 'proxy', 'https://www.science.org/doi/1'],
    ['https://link-springer-com.proxy1.library.uni.example/x', 'proxy', 'https://link.springer.com/x'],
    [
      'https://login.ezproxy.uni.example/login?url=https://a.example/x?id=7&p=2',
      'proxy',
      'https://a.example/x?id=7&p=2',
    ],
    ['https://login.ezproxy.uni.example/login?qurl=https%3A%2F%2Fa.example%2Fx', 'proxy', TARGET],
    ['https://a.example/2022/x/amp/', 'copy', 'https://a.example/2022/x/'],
    ['https://a.example/x?amp=1&id=7', 'copy', 'https://a.example/x?id=7'],
    ['https://a.example/x?id=7&amp', 'copy', 'https://a.example/x?id=7'],
    ['https://amp.a.example/x', 'copy', null],
    ['https://en.m.wikipedia.org/wiki/Lathe#Parts', 'copy', 'https://en.wikipedia.org/wiki/Lathe#Parts'],
    ['https://www-a-example.translate.goog/x?id=7&_x_tr_sl=de&_x_tr_tl=en', 'copy', 'https://www.a.example/x?id=7'],
    ['https://newsletters.feedbinusercontent.com/a36/a364822d.html', 'private', null],
    ['http://192.168.0.7:8080/x', 'private', null],
    ['https://x.us1.list-manage.com/track/click?u=1&id=2', 'counter', null],
    ['https://paper.example/x?sharing_token=Zx81&id=7', 'reader', 'https://paper.example/x?id=7'],
    ['https://a.example/x?PHPSESSID=1f&id=7', 'reader', 'https://a.example/x?id=7'],
    ['https://a.example/x?email=ada%40b.example', 'reader', 'https://a.example/x'],
    ['https://ada:secret@a.example/x?id=7', 'reader', 'https://a.example/x?id=7'],
  ])('%s', (address, why, offered) => {
    expect(cautionOf(address)).toEqual({ why, offered });
  });

  test.each([
    'https://a.example/x',
    'https://a.example/guitars/amplifier',
    'https://example.com/ezproxy/about',
    'https://calendar.google.com/calendar/embed?src=team%40group.calendar.google.com',
    'https://reverseproxy.example/x',
    'https://www.google.com/search?q=amp',
    'https://social.example/@ada@paper.example?page=2',
    'http://127.0.0.1:4000/draft',
    'http://localhost:4000',
    'mailto:ada@b.example',
  ])('%s is not', (address) => {
    expect(cautionOf(address)).toBeNull();
  });
});
