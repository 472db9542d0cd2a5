import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Surface } from '../../scripts/browsers/browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every fault that axe finds in a page of the extension, in words. Colours are judged where they have come to rest. */
export async function axeFaults(surface: Surface): Promise<string[]> {
  await surface.evaluate(`(() => { ${AXE}; window.axe = axe; })()`);
  const { violations } = await surface.evaluate<Pick<AxeResults, 'violations'>>(
    `Promise.allSettled(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished))
      .then(() => axe.run(document, { resultTypes: ['violations'] }))
      .then(({ violations }) => JSON.parse(JSON.stringify({ violations })))`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}
