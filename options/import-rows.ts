import { foldName } from '../src/domain/section.ts';
import type { FileFate, Refusal } from '../src/roundup/import-plan.ts';
import type { EntryFate, LinkFault } from '../src/roundup/issue-import.ts';
import type { MessageKey, Say } from '../src/ui/messages.tsx';
import type { CheckRow, CheckWhat } from './check-table.tsx';
import type { FileFault } from './import-limits.ts';
import type { ReadImport } from './reading.ts';

const FAULTS = {
  large: 'importLarge',
  'not-text': 'importNotText',
  'broken-zip': 'importBrokenZip',
  unreadable: 'importUnreadable',
  slow: 'importSlow',
  tangled: 'importTangled',
} as const satisfies Record<FileFault, MessageKey>;

const REFUSALS = {
  there: ['skip', 'importThere'],
  twice: ['skip', 'importTwice'],
  'no-issue': ['skip', 'importNoIssue'],
  draft: ['skip', 'importDraft'],
  'number-taken': ['look', 'importNumberTaken'],
  'no-number': ['look', 'importNoNumber'],
} as const satisfies Record<Refusal, readonly [CheckWhat, MessageKey]>;

const LINKS = {
  'no-words': 'importLinkNoWords',
  'no-address': 'importLinkNoAddress',
  'words-in-address': 'importLinkWords',
} as const satisfies Record<LinkFault, MessageKey>;

/** What an import would do as rows of the table: files that stay out, sections, and entries. */
export function importRows(
  { head, fates }: ReadImport,
  say: Say,
  { apart, keepApart }: { apart: readonly string[]; keepApart: (name: string, isApart: boolean) => void },
): CheckRow[] {
  const rows: CheckRow[] = head.faults.map(({ path, fault }, at) => ({
    key: `fault ${at}`,
    what: 'look',
    name: path,
    hint: say(FAULTS[fault]),
    goesTo: say('importLeftOut'),
  }));
  for (const [at, file] of head.files.entries()) rows.push(...fileRows(file, `file ${at}`, say));
  for (const name of head.sectionsAdded) {
    const isApart = apart.some((one) => foldName(one) === foldName(name));
    const act = isApart && { act: { label: say('importJoin'), run: () => keepApart(name, false) } };
    rows.push({ key: `section ${name}`, what: 'add', name, hint: say('importNewSection'), isSection: true, ...act });
  }
  for (const { name, into } of head.sectionsMerged) {
    rows.push({
      key: `merged ${name}`,
      what: 'merge',
      name,
      hint: say('importMerged', into),
      goesTo: into,
      isSection: true,
      act: { label: say('importKeepApart'), run: () => keepApart(name, true) },
    });
  }
  for (const [at, fate] of fates.entries()) rows.push(new EntryRow(fate, `entry ${at}`, say));
  return rows;
}

/** An entry's row, put into words when it is shown: of 20,000 only a hundred are. */
class EntryRow implements CheckRow {
  readonly key: string;
  readonly what: CheckWhat;
  readonly #fate: EntryFate;
  readonly #say: Say;

  constructor(fate: EntryFate, key: string, say: Say) {
    this.key = key;
    this.what = fate.fault === null ? 'add' : 'look';
    this.#fate = fate;
    this.#say = say;
  }

  get name(): string {
    return this.#fate.name === '' ? this.#say('importNoWords') : this.#fate.name;
  }

  get hint(): string {
    const { fault, ranIn, printedAs } = this.#fate;
    const hints = [
      fault === null ? '' : this.#say(LINKS[fault]),
      ranIn === null ? '' : this.#say('importRanIn', ranIn),
      printedAs === null || printedAs === '' ? '' : this.#say('importPrintedAs', printedAs),
    ];
    return hints.filter((hint) => hint !== '').join(' ');
  }

  get from(): string {
    return this.#say('importLine', this.#fate.path, this.#fate.line);
  }

  get goesTo(): string {
    const { issueNumber, section } = this.#fate;
    return section === '' ? `#${issueNumber}` : this.#say('importGoesTo', issueNumber, section);
  }
}

function fileRows({ path, refusal, number, date, isDateGuessed }: FileFate, key: string, say: Say): CheckRow[] {
  if (refusal !== null) {
    const [what, hint] = REFUSALS[refusal];
    const out = what === 'look' ? say('importLeftOut') : '';
    return [{ key, what, name: path, hint: say(hint, number ?? ''), goesTo: out }];
  }
  if (!isDateGuessed) return [];
  const hint = date === null ? say('importNoDay') : say('importDayGuessed', date);
  return [{ key, what: 'look', name: path, hint, goesTo: `#${number}` }];
}
