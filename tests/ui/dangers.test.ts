// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { dangersIn } from '../fixtures/dangers.ts';

const inBody = (html: string) => new DOMParser().parseFromString(`<p></p>${html}`, 'text/html').body;

// What the tests of hostile text look for is found where it is.
test.each([
  ['a script', '<script>hacked()</script>'],
  ['a handler', '<p onclick="hacked()">x</p>'],
  ['a picture that is loaded unasked', '<img src="https://spy.example/pixel.gif">'],
  ['a frame', '<iframe srcdoc="x"></iframe>'],
  ['a style sheet', '<link rel="stylesheet" href="a.css">'],
  ['a link that runs', '<a href=" javascript:hacked()">x</a>'],
  ['a link to data', '<a href="data:text/html,x">x</a>'],
  ['a link in a drawing', '<svg><a xlink:href="javascript:hacked()">x</a></svg>'],
  ['a style that loads', '<p style="background: url(https://spy.example/)">x</p>'],
  ['a link with a way back', '<a href="https://a.example/" target="_blank" rel="noopener">x</a>'],
])('%s is a danger', (_, html) => {
  expect(dangersIn(inBody(html))).not.toEqual([]);
});

test.each([
  ['a link to a page', '<a href="https://a.example/" target="_blank" rel="noopener noreferrer">x</a>'],
  ['a mail', '<a href="mailto:a@b.example">x</a>'],
  ['a link within the page', '<a href="#issue">x</a>'],
  ['a drawing', '<svg viewBox="0 0 16 16"><path d="M1 1"></path></svg>'],
  ['an attack that is text', '<p title="javascript:hacked()">&lt;script&gt;hacked()&lt;/script&gt;</p>'],
])('%s is none', (_, html) => {
  expect(dangersIn(inBody(html))).toEqual([]);
});
