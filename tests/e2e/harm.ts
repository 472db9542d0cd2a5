import { expect } from 'vitest';
import type { Surface } from '../../scripts/browsers/browser.ts';

/** Fails where something on the page acts by itself or leads astray, or the page has met what it did not expect. */
export async function expectNoHarm(page: Surface): Promise<void> {
  expect(await page.evaluate<string[]>(harmOn)).toEqual([]);
}

/** In the page: what is there and must not be, in words. */
function harmOn(): string[] {
  const found: string[] = [];
  if ('hacked' in window) found.push('A script has run.');
  const told = document.querySelector('.unexpected')?.textContent ?? '';
  if (told !== '') found.push(told);
  const acting = '#app :is(script, iframe, frame, object, embed, base, meta, style, link, audio, video)';
  for (const { outerHTML } of document.querySelectorAll(acting)) found.push(outerHTML.slice(0, 200));
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const isHandler = name.startsWith('on');
      // Pictures and drawings of the program's own are in its package.
      const isElsewhere = /^(?:src|srcset|action|formaction|ping|poster|data|background)$/.test(name);
      const isOwn = isElsewhere && new URL(value, location.href).origin === location.origin;
      if (isHandler || (isElsewhere && !isOwn)) found.push(element.outerHTML.slice(0, 200));
    }
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const isOwn = link.origin === location.origin && /^\/(?:desk|options)\//.test(link.pathname);
    const isSafe = isOwn || ['http:', 'https:', 'mailto:'].includes(link.protocol);
    const handsBack = link.target === '_blank' && link.rel !== 'noopener noreferrer';
    const takesPage = !isOwn && link.target !== '_blank';
    if (!isSafe || handsBack || takesPage) found.push(link.outerHTML.slice(0, 200));
  }
  return found;
}
