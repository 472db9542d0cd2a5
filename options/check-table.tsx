import { useMemo, useState } from 'preact/hooks';
import { Icon, type IconName } from '../src/ui/icon.tsx';
import { type MessageKey, useSay } from '../src/ui/messages.tsx';

/** What an import would do with something it has read. */
export type CheckWhat = 'look' | 'merge' | 'add' | 'skip';

/** One thing that was read, and what would become of it. */
export interface CheckRow {
  key: string;
  what: CheckWhat;
  name: string;
  /** Why, as a sentence; empty: nothing is to be said. */
  hint?: string;
  /** Where it stands: `0088.md, line 112`. */
  from?: string;
  /** Where it would go: `#88, Jobs`. */
  goesTo?: string;
  /** It has a filter of its own. */
  isSection?: boolean;
  /** What can be done about it, with one press. */
  act?: { label: string; run: () => void };
}

interface CheckTableProps {
  rows: readonly CheckRow[];
  /** The head of the column with the names. */
  nameHead: string;
}

type Filter = 'all' | CheckWhat | 'section';

const FILTERS = {
  all: 'checkAll',
  look: 'checkLook',
  merge: 'checkMerge',
  add: 'checkAdd',
  skip: 'checkSkip',
  section: 'checkSections',
} as const satisfies Record<Filter, MessageKey>;

const ICONS = { look: 'stop', merge: 'split', add: 'plus', skip: 'x' } as const satisfies Record<CheckWhat, IconName>;

/** Those that want a decision come first. */
const ORDER: readonly CheckWhat[] = ['look', 'merge', 'add', 'skip'];

/** As many rows are on the page at once: a table of 20,000 would not answer. */
const PAGE = 100;

const NUMBER = new Intl.NumberFormat('en');

/** What an import would do, row by row: filters with their counts, and pages where there are many. */
export function CheckTable({ rows, nameHead }: CheckTableProps) {
  const say = useSay();
  const [filter, setFilter] = useState<Filter>('all');
  const [page, setPage] = useState(0);
  const counts = useMemo(() => countsOf(rows), [rows]);
  // What is filtered may have gone with a press on its last row.
  const chosen = counts[filter] > 0 ? filter : 'all';
  const shown = useMemo(() => ORDER.flatMap((what) => rows.filter((row) => fits(row, what, chosen))), [rows, chosen]);
  const last = Math.max(0, Math.ceil(shown.length / PAGE) - 1);
  const at = Math.min(page, last);
  const label = say('checkLabel');
  return (
    <>
      <fieldset class="filter" aria-label={say('checkShow')}>
        {(Object.keys(FILTERS) as Filter[])
          .filter((name) => name === 'all' || counts[name] > 0)
          .map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === chosen}
              onClick={() => {
                setFilter(name);
                setPage(0);
              }}
            >
              {say(FILTERS[name])}
              <span class="n">{NUMBER.format(counts[name])}</span>
            </button>
          ))}
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key. */}
      <section class="scroll-x stack check-rows" tabIndex={0} aria-label={label}>
        <table aria-label={label}>
          <thead>
            <tr>
              <th>{say('checkWhat')}</th>
              <th>{nameHead}</th>
              <th>{say('checkFrom')}</th>
              <th>{say('checkGoesTo')}</th>
              <th>
                <span class="vh">{say('checkChange')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(at * PAGE, (at + 1) * PAGE).map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      {last > 0 && (
        <nav class="pager" aria-label={say('checkPages')}>
          <button
            class="btn btn-sm"
            type="button"
            aria-disabled={at === 0}
            onClick={() => setPage(Math.max(0, at - 1))}
          >
            {say('checkPrevious')}
          </button>
          <span role="status">
            {say(
              'checkRows',
              NUMBER.format(at * PAGE + 1),
              NUMBER.format(Math.min(shown.length, (at + 1) * PAGE)),
              NUMBER.format(shown.length),
            )}
          </span>
          <button
            class="btn btn-sm"
            type="button"
            aria-disabled={at === last}
            onClick={() => setPage(Math.min(last, at + 1))}
          >
            {say('checkNext')}
          </button>
        </nav>
      )}
    </>
  );
}

function Row({ row: { what, name, hint, from, goesTo, act } }: { row: CheckRow }) {
  const say = useSay();
  return (
    <tr>
      <td>
        <span class={what === 'look' ? 'what bad' : 'what'}>
          <Icon name={ICONS[what]} />
          {say(FILTERS[what])}
        </span>
      </td>
      <td class="break">
        <span class="name" dir="auto">
          {name}
        </span>
        {hint && <p class="hint">{hint}</p>}
      </td>
      <td class="code break">{from}</td>
      <td class="break">{goesTo}</td>
      <td class="end">
        {act && (
          <button class="act" type="button" onClick={act.run}>
            {act.label} <span class="vh">{name}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

function countsOf(rows: readonly CheckRow[]): Record<Filter, number> {
  const counts = { all: rows.length, look: 0, merge: 0, add: 0, skip: 0, section: 0 };
  for (const { what, isSection } of rows) {
    counts[what] += 1;
    if (isSection) counts.section += 1;
  }
  return counts;
}

function fits({ what, isSection }: CheckRow, wanted: CheckWhat, filter: Filter): boolean {
  return what === wanted && (filter === 'all' || filter === what || (filter === 'section' && isSection === true));
}

/** The figures of a dry run, large: `2,288 entries to add`. */
export function CheckSum({ figures }: { figures: readonly { count: number; label: string }[] }) {
  return (
    <dl class="sum">
      {figures.map(({ count, label }) => (
        <div key={label}>
          <dd>{NUMBER.format(count)}</dd>
          <dt>{label}</dt>
        </div>
      ))}
    </dl>
  );
}
