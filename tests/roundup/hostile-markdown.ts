import fc from 'fast-check';

/** Pieces that make links, HTML, attributes and schemes, alone or together. */
const pieces = [
  ...['[', ']', '(', ')', '](', '![', '](javascript:alert(1))', '](https://a.example/', '[x]: ', '[x]', '<', '>'],
  ...[
    'javascript:',
    'JAVASCRIPT:',
    'data:text/html,',
    'vbscript:',
    'https://a.example',
    '//evil.example',
    'mailto:a@b.c',
  ],
  ...[
    '<script>',
    '</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<iframe src=',
    '<a href="',
    '<br/>',
  ],
  ...[
    '<br',
    '/>',
    '<!--',
    '-->',
    '<?',
    '?>',
    '<![CDATA[',
    ']]>',
    '<style>',
    '</style>',
    '<x y="',
    '" onclick="',
    "' onload='",
  ],
  ...[
    '"',
    "'",
    '`',
    '```\n',
    '~~~',
    '*',
    '**',
    '_',
    '\\',
    '&quot;',
    '&lt;',
    '&#106;',
    '&colon;',
    '&Tab;',
    '\u0000',
    '\u202e',
  ],
  ...['\n', '\n\n', '    ', '> ', '- ', '1. ', '# ', '---\n', 'word', ' ', 'a.png', '"title"', '{{', '\ud800'],
];

/** Markdown as an attacker would write it. */
export const hostileMarkdown: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

/** Lines out of which every construct that reaches over others can be made. */
export const reachingLine: fc.Arbitrary<string> = fc.constantFrom(
  '', '', '', 'text', '*open', 'close*', '# head', '---', '===', '- item', '-', '* item', '1. item', '2) item',
  '  inside', '    code', '\tcode', '> quote', '>', '> - both', '```', '```js', '~~~', '~~~~', '   ```', '> ```', '- ```',
  '<!-- open', ' <!-- open', 'end -->', '<script>', '</script>', '<div>', '</div>', '<?php', '?>', '<![CDATA[', ']]>', '<!DOCTYPE',
  '[one]: https://a.example', '[one]:', 'https://b.example', '[two]: <https://c.example> "title', 'title"',
  '> [three]: https://d.example', '[one]', '[a][ONE]', '[b][ two ]', '![c][three]', '[three', 'three]', '<br/>', 'a<br>',
); // biome-ignore format: a list of lines is read best as one
