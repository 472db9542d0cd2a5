import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

function run(...lines: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/escape.ts'], {
    input: lines.join('\n'),
    encoding: 'utf8',
  });
  const read = (output: string): unknown[] =>
    output
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { status, answers: read(stdout), complaints: read(stderr) };
}

describe('npm run -s escape', () => {
  test('answers every line with its title, its address and the Markdown', () => {
    const pair = { title: 'a [b] | c', url: 'https://x.y/(' };
    const broken = '{"title":"one\u2028line","url":"http://x.y/"}\r';
    expect(run(JSON.stringify(pair), '', broken)).toEqual({
      status: 0,
      answers: [
        { ...pair, markdown: '[a \\[b\\] &#124; c](https://x.y/%28)' },
        { title: 'one\u2028line', url: 'http://x.y/', markdown: '[one line](http://x.y/)' },
      ],
      complaints: [],
    });
  }, 30_000);

  test('says that an address is refused', () => {
    const { status, answers } = run('{"title":"x","url":"javascript:alert(1)"}');
    expect(status).toBe(0);
    expect(answers).toEqual([
      { title: 'x', url: 'javascript:alert(1)', markdown: null, error: expect.stringMatching(/refused/u) },
    ]);
  }, 30_000);

  test('names every line that it cannot read, and answers the others', () => {
    const good = { title: 'x', url: 'http://x.y/' };
    const { status, answers, complaints } = run('nope', JSON.stringify(good), '{"title":1,"url":"http://x.y/"}', '[]');
    expect(status).toBe(1);
    expect(answers).toEqual([{ ...good, markdown: '[x](http://x.y/)' }]);
    expect(complaints).toEqual([
      { line: 1, error: expect.stringMatching(/^This line is not JSON/u) },
      { line: 3, error: expect.stringMatching(/title: .*expected string, received number/u) },
      { line: 4, error: expect.stringMatching(/expected object, received array/u) },
    ]);
  }, 30_000);
});
