import type { BrowserName } from '../browsers/browser.ts';

/** What was measured, and the floor under it that was measured in the same run. */
export interface Figure {
  what: string;
  /** Entries in the database; null: it does not depend on them. */
  entries: number | null;
  unit: 'ms' | 'KiB' | 'MiB';
  took: readonly number[];
  floor?: { what: string; took: readonly number[] };
  /** Whatever else was noticed. */
  note?: string;
}

/** A part of sorted values: 0.5 is the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

const HEAD = ['browser', 'entries', 'what', 'median', '95 %', 'floor', 'ratio', 'floor is'];
const WIDTHS = [9, 7, 48, 13, 13, 10, 7, 0];

const row = (cells: readonly string[]) =>
  `${cells.map((cell, at) => (at === 2 || at === 0 ? cell.padEnd(WIDTHS[at] ?? 0) : cell.padStart(WIDTHS[at] ?? 0))).join('  ')}\n`;

/** Tells a figure: a line of JSON on stdout, a line of a table on stderr. */
export function tell(browser: BrowserName | 'build', { what, entries, unit, took, floor, note }: Figure): void {
  const [median, p95] = [quantile(took, 0.5), quantile(took, 0.95)];
  const least = floor === undefined ? undefined : quantile(floor.took, 0.5);
  const ratio = least === undefined ? undefined : median / least;
  const line = {
    browser,
    entries,
    what,
    unit,
    median,
    p95,
    floor: least,
    ratio,
    floorIs: floor?.what,
    runs: took.length,
    note,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  process.stderr.write(
    row([
      browser,
      entries?.toLocaleString('en') ?? '',
      what,
      `${median.toFixed(1)} ${unit}`,
      `${p95.toFixed(1)} ${unit}`,
      least?.toFixed(1) ?? '',
      ratio?.toFixed(2) ?? '',
      [floor?.what, note].filter(Boolean).join('; '),
    ]),
  );
}

/** The head of the table. */
export const tellHead = (): void => {
  process.stderr.write(row(HEAD));
};
