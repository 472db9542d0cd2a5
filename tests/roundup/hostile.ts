/** Titles and addresses that a hostile page could have, the same ones in every run. */
export interface HostilePair {
  title: string;
  address: string;
}

const titleFragments = [
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  ...['word', 'two words', 'Ünïcödé', '5', 'a', ' ', '  ', ' - ', '. ', '\u00a0', '\t', '\n'],
  ...[
    '{{ site.secret }}',
    '{% include x %}',
    '{{',
    '}}',
    '{%',
    '%}',
    '{:.class}',
    '{: .b}',
    '{::nomarkdown}',
    '{#id}',
    '{.c}',
  ],
  ...['<script>', '</a>', '<b>', '<!--', '-->', '<http://x.y>', '<a@b.c>', '<?php', '<![CDATA[', '<<', '>>', '3 < 4'],
  ...['&amp;', '&#35;', '&copy', '&copy;', '&#x41;', '&lt;b&gt;', 'R&D'],
  ...['www.x.y', 'http://x.y', 'https://x.y/a_b', 'ftp://x.y', 'mailto:a@b.c', 'a@b.c', '@key', '-@key', '[@key]'],
  ...['~~', '~~gone~~', '~sub~', '==', '==mark==', '^', '^sup^', '^[note]', '$x$', '$$y$$', '$5', 'US$'],
  ...['\\', '\\\\', '\\[', '\\]', '\\(', '\\)', '\\*', '\\alpha', '\\begin{x}'],
  ...[
    '[',
    ']',
    '[[',
    ']]',
    '][',
    '](',
    '](http://evil.example)',
    ']:',
    ']: x',
    '![',
    '![x](y)',
    '[x](y)',
    '[x][y]',
    '[x]',
  ],
  ...['[^1]', '[^1]: x', '[ ] ', '[x] ', '*[HTML]: x', '(@)', '(c)'],
  ...[
    '`',
    '``',
    '```',
    '`code`',
    '`` a ` b ``',
    '*',
    '**',
    '***',
    '*a*',
    '**a**',
    '_',
    '__',
    '_a_',
    '__a__',
    'a_b_c',
    'a*b*c',
  ],
  ...['"', "'", '"quoted"', "'quoted'", "it's", '--', '---', '...', ':smile:', ':+1:', '::', '10:30:45', 'a::b'],
  ...['|', ' | ', '|a|b|', '# ', '## ', '#', '- ', '+ ', '1. ', '> ', '=', ': '],
  ...[
    '😀',
    '👩‍👩‍👧',
    '🇩🇪',
    'שלום',
    'مرحبا',
    '\u202Eabc',
    '\u2066x\u2069',
    'é',
    'e\u0301',
    '\u0301',
    '日本語',
    '\u200B',
    '\u200F',
  ],
  ...['\u0000', '\u0007', '\u001B[31m', '\u2028', '\uFEFF'],
] as const;

const addressFragments = [
  ...[
    'a',
    'path',
    '/',
    '//',
    '.',
    '..',
    '?',
    '?q=',
    '&b=',
    '#',
    '#part',
    '-',
    '+',
    ',',
    ';',
    '=',
    '==',
    '!',
    '@',
    ':',
    '://',
  ],
  ...[
    '(',
    ')',
    '(a)',
    '((b))',
    ')(',
    '_(film)',
    '[',
    ']',
    '[0]',
    '{',
    '}',
    '{{x}}',
    '{%y%}',
    '<',
    '>',
    '<b>',
    '"',
    "'",
  ],
  ...['*', '**', '_', '__', '_a_', '~', '~~', '~user', '`', '|', '\\', '^', '$', '$x$', ' ', ' "title"', " 'title'"],
  ...[
    '%',
    '%20',
    '%7B',
    '%zz',
    '&amp;',
    '&copy=',
    '&#35;',
    '&lt;',
    '&',
    'ü',
    '日本',
    'é',
    '😀',
    '\u00a0',
    '\u202E',
    'שלום',
  ],
] as const;

const origins = [
  ...[
    'http://x.y/',
    'https://x.y/',
    'https://www.example.org/a/',
    'http://x.y:8080/?',
    'https://x.y/#',
    'HTTPS://X.Y/',
  ],
  ...['mailto:a@b.c?subject=', 'https://münchen.example/', 'https://user:pass@x.y/'],
] as const;

/** Mulberry32: small, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** As many pairs as asked for: every fragment is used, most of them in several neighbourhoods. */
export function hostilePairs(count: number, seed: number): HostilePair[] {
  const random = generator(seed);
  const below = (end: number) => Math.floor(random() * end);
  const pick = (list: readonly string[]) => list[below(list.length)] ?? '';
  const some = (list: readonly string[], most: number) => Array.from({ length: below(most) + 1 }, () => pick(list));
  return Array.from({ length: count }, (_, index) => ({
    // The first pairs take every fragment in turn, so that none depends on luck. A letter keeps the link visible.
    title: [...some(titleFragments, 3), titleFragments[index % titleFragments.length], ...some(titleFragments, 4)]
      .join(random() < 0.5 ? '' : ' ')
      .concat(random() < 0.2 ? '' : pick(['x', ' x', '\\', '`', '*', '_', '[', '!'])),
    address: pick(origins) + [addressFragments[index % addressFragments.length], ...some(addressFragments, 5)].join(''),
  }));
}
