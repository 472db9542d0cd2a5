import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import webExt from 'web-ext';
import { build, distOf, ROOT } from './build.ts';

// npm run package: one zip per store and, for add-on reviewers, the sources of the commit they are built from.
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const folder = join(ROOT, 'dist', 'packages');
mkdirSync(folder, { recursive: true });

for (const browser of ['chrome', 'firefox'] as const) {
  await build(browser);
  const { extensionPath } = await webExt.cmd.build(
    {
      sourceDir: distOf(browser),
      artifactsDir: folder,
      filename: `roundup-${version}-${browser}.zip`,
      overwriteDest: true,
    },
    { shouldExitProgram: false, showReadyMessage: false },
  );
  console.log(extensionPath);
}

const changes = execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' });
if (changes !== '') {
  console.error(
    'The source zip is made from the last commit, but there are changes that are not committed. Commit them first.',
  );
  process.exit(1);
}
const sources = join(folder, `roundup-${version}-sources.zip`);
execFileSync('git', ['archive', '--format=zip', '-o', sources, 'HEAD'], { cwd: ROOT });
console.log(sources);
