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

/** Runs one half of the tests and counts them; browsers and unit tests at once would only make each other late. */
async function run(project: 'unit' | 'journeys'): Promise<Record<'passed' | 'failed' | 'skipped', number>> {
  const vitest = await startVitest('test', filters, {
    project: [project],
    run: true,
    watch: false,
    passWithNoTests: true,
  });
  const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
  const count = (state: string) => tests.filter((test) => test.result().state === state).length;
  const broken = vitest.state.getTestModules().filter((module) => !module.ok() && module.children.size === 0).length;
  const errors = vitest.state.getUnhandledErrors().length;
  await vitest.close();
  return { passed: count('passed'), failed: count('failed') + broken + errors, skipped: count('skipped') };
}

const unit = await run('unit');
const journeys = await run('journeys');
const failed = unit.failed + journeys.failed;
const passed = unit.passed + journeys.passed;
console.log(`\n${passed} passed, ${failed} failed, ${unit.skipped + journeys.skipped} skipped`);
if (passed === 0) console.error(`No test has a path that contains ${filters.join(' or ')}.`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
