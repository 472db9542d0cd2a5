import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './browsers/browser.ts';
import { ensureBrowser } from './browsers/install.ts';
import { build, distOf, ROOT } from './build.ts';
import { compare } from './play/compare.ts';
import { type LocalSite, serveSite, serveWeb } from './play/local-site.ts';
import { type Plan, planOfIssue, planOfSamples } from './play/plan.ts';
import { play } from './play/play.ts';
import { SAMPLES } from './play/sample-pages.ts';
import { toHtml, toIndex } from './play/web-page.ts';

const HELP = `npm start [-- options]

  --demo               play the main job instead of leaving the browser to you
  --browser NAME       chromium (default) or firefox
  --from ISSUE.md      play a past issue and compare the result with it (implies --demo)
  --out FOLDER         where the Markdown and the screenshots go (default: out)`;

const { values } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    browser: { type: 'string' },
    from: { type: 'string' },
    out: { type: 'string', default: 'out' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
if (values.browser !== undefined && values.browser !== 'chromium' && values.browser !== 'firefox') {
  console.error(`There is no browser called “${values.browser}” here. Say chromium or firefox.`);
  process.exit(2);
}

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const isDemo = values.demo || values.from !== undefined || !hasDisplay;
const found = await ensureBrowser(values.browser);
const target = found.browser === 'firefox' ? 'firefox' : 'chrome';
console.error(
  `Building the extension for ${found.browser === 'firefox' ? 'Firefox' : 'Chromium'}, which is ${found.executable}`,
);
await build(target);
const common = { browser: found.browser, executable: found.executable, extension: distOf(target) };

if (isDemo) process.exitCode = await demo();
else await tryIt();

async function tryIt(): Promise<void> {
  const site = await sampleSite();
  const browser = await launch({ ...common, headless: false });
  await browser.openTab(`${site.origin}/`);
  console.log('Open a page of the list and click the Roundup button. Close the browser when you are done.');
  await browser.closed;
  await site.close();
}

async function demo(): Promise<number> {
  const out = resolve(values.out);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { plan, site, proxy } = values.from === undefined ? await samplePlan() : await issuePlan(values.from);
  if (plan.leftOut.length > 0) console.error(`Not played, because they are no roundup: ${plan.leftOut.join(', ')}`);
  const downloads = join(out, 'downloads');
  mkdirSync(downloads);
  const browser = await launch({ ...common, headless: true, downloads, width: 1440, height: 900, ...proxy });
  try {
    const markdown = await play(browser, plan, { out, downloads, say: (line) => console.error(line) });
    writeFileSync(join(out, 'roundup.md'), markdown);
    console.log(markdown);
    const violations = await browser.violations();
    for (const violation of violations) console.error(`The extension broke a rule: ${violation}`);
    const faults = plan.expected === null ? 0 : report(plan.expected, markdown);
    console.error(
      `${plan.steps.length} entries saved. ${join(values.out, 'roundup.md')} and screenshots are in ${out}`,
    );
    return faults + violations.length > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await site.close();
    rmSync(downloads, { recursive: true, force: true });
  }
}

/** Prints every difference between the roundup and the issue it was played from; gives the number without a reason. */
function report(expected: string, markdown: string): number {
  const printed = markdown.slice(markdown.indexOf('\n## ') + 1).replace(/\n$/, '');
  const differences = compare(expected, printed);
  for (const { expected: before, found: after, reason } of differences) {
    console.error(`Differs from the issue: ${reason ?? 'NOT EXPLAINED'}\n- ${before.trimEnd()}\n+ ${after.trimEnd()}`);
  }
  const faults = differences.filter(({ reason }) => reason === null).length;
  const bytes = Buffer.byteLength(expected);
  if (differences.length === 0) console.error(`Equal to the issue byte for byte (${bytes} bytes).`);
  else console.error(`${bytes} bytes compared: ${differences.length} differences, ${faults} of them not explained.`);
  return faults;
}

interface Staged {
  plan: Plan;
  site: LocalSite;
  proxy: { proxy?: string };
}

async function samplePlan(): Promise<Staged> {
  const site = await sampleSite();
  return { plan: planOfSamples(site.origin), site, proxy: {} };
}

async function sampleSite(): Promise<LocalSite> {
  const index = toIndex(
    'Sample pages for Roundup',
    SAMPLES.map(({ path, title }) => ({ href: path, text: title })),
  );
  return serveSite(new Map([['/', index], ...SAMPLES.map((sample) => [sample.path, toHtml(sample)] as const)]));
}

async function issuePlan(file: string): Promise<Staged> {
  const plan = planOfIssue(readFileSync(resolve(process.env.INIT_CWD ?? ROOT, file), 'utf8'));
  // Browsers ask without the fragment.
  const pages = plan.steps.map(
    ({ address, page }) => [new URL(address.split('#')[0] ?? '').href, toHtml(page)] as const,
  );
  const site = await serveWeb(new Map(pages));
  return { plan, site, proxy: { proxy: site.origin } };
}
