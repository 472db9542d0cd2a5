import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { startVitest } from 'vitest/node';
import { ensureBrowser } from './browsers/install.ts';
import { ROOT } from './build.ts';
import { hasSecondChance } from './second-chance.ts';

// npm test: types, format and lint, then all tests, the journeys in both browsers included. `npm test -- popup` runs
// the tests whose path contains "popup".
const filters = process.argv.slice(2);

for (const [command, ...args] of [['tsc'], ['biome', 'check', '.']]) {
  const { status } = spawnSync('npx', ['--no-install', command ?? '', ...args], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

// The journeys need both; found or installed here, where it can be said, and not in the middle of a test.
for (const name of ['chromium', 'firefox'] as const) await ensureBrowser(name);

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs one half of the tests and counts them by file; browsers and unit tests at once would only make each other late. */
async function run(project: 'unit' | 'journeys', only: readonly string[] = filters): Promise<Map<string, Counts>> {
  const vitest = await startVitest('test', [...only], {
    project: [project],
    run: true,
    watch: false,
    passWithNoTests: true,
  });
  const counts = new Map<string, Counts>();
  for (const module of vitest.state.getTestModules()) {
    const states = [...module.children.allTests()].map((test) => test.result().state);
    const count = (state: string) => states.filter((one) => one === state).length;
    // A file whose hooks fail, or that does not even load, has no failed test of its own.
    const failed = module.ok() ? 0 : Math.max(1, count('failed'));
    counts.set(module.moduleId, { passed: count('passed'), failed, skipped: count('skipped') });
  }
  const errors = vitest.state.getUnhandledErrors().length;
  if (errors > 0) counts.set(`${project}: errors outside of tests`, { passed: 0, failed: errors, skipped: 0 });
  await vitest.close();
  return counts;
}

/** The journeys. Files that may have failed by chance are run once more, on a stage of their own, and it is said which. */
async function runJourneys(): Promise<Map<string, Counts>> {
  const counts = await run('journeys');
  const failing = [...counts].filter(([, { failed }]) => failed > 0).map(([file]) => file);
  if (!hasSecondChance(failing)) return counts;
  console.log(`\nOnce more, on a stage of their own: ${failing.map((file) => relative(ROOT, file)).join(', ')}`);
  return new Map([...counts, ...(await run('journeys', failing))]);
}

const all = [...(await run('unit')).values(), ...(await runJourneys()).values()];
const sum = (name: keyof Counts) => all.reduce((total, counts) => total + counts[name], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
if (sum('passed') === 0) console.error(`No test has a path that contains ${filters.join(' or ')}.`);
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
