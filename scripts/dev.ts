import { parseArgs } from 'node:util';
import webExt from 'web-ext';
import { ensureBrowser } from './browsers/install.ts';
import { distOf, watch } from './build.ts';

// npm run dev [-- --browser firefox]: builds on every change and reloads the extension in a browser of its own.
const { values } = parseArgs({ options: { browser: { type: 'string', default: 'chromium' } } });
const firefox = values.browser === 'firefox';
const { executable } = await ensureBrowser(firefox ? 'firefox' : 'chromium');
const browser = firefox ? 'firefox' : 'chrome';
await watch(browser);
await webExt.cmd.run({
  sourceDir: distOf(browser),
  target: [firefox ? 'firefox-desktop' : 'chromium'],
  ...(firefox ? { firefox: executable } : { chromiumBinary: executable }),
  // Chromium refuses its sandbox to root.
  args: !firefox && process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  noInput: true,
});
