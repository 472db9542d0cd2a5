import { spawnSync } from 'node:child_process';
import { startVitest } from 'vitest/node';
import { ensureBrowser } from './browsers/install.ts';
import { ROOT } from './build.ts';

// npm test: types, format and lint, then all tests, the journeys in both browsers included. `npm test -- popup` runs
// the tests whose path contains "popup".
const filters = process.argv.slice(2);

for (const [command, ...args] of [['tsc'], ['biome', 'check', '.']]) {
  const { status } = spawnSync('npx', ['--no-install', command ?? '', ...args], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

// The journeys need both; found or installed here, where it can be said, and not in the middle of a test.
for (const name of ['chromium', 'firefox'] as const) await ensureBrowser(name);

const vitest = await startVitest('test', filters, { run: true, watch: false, passWithNoTests: false });
const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
const count = (state: string) => tests.filter((test) => test.result().state === state).length;
await vitest.close();
console.log(`\n${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
