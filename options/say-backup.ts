import { dayOf } from '../src/domain/plain-date.ts';
import type { Copy } from '../src/storage/backup/copies.ts';
import type { BackupWhy } from '../src/storage/backup/format.ts';
import type { BackupFault, UnreadableBackup } from '../src/storage/backup/unreadable.ts';
import { nameDay } from '../src/ui/day-names.ts';
import type { MessageKey, Say } from '../src/ui/messages.tsx';

const DAY = 86_400_000;
const HOUR = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** When a backup was made: `Today, 08:02`, `Fri 19 Aug, 09:10`. */
export function sayWhen(say: Say, at: number, now: number): string {
  const [day, today] = [dayOf(new Date(at)), dayOf(new Date(now))];
  if (day === today) return say('backupToday', HOUR.format(at));
  if (day === dayOf(new Date(now - DAY))) return say('backupYesterday', HOUR.format(at));
  return `${nameDay(day, today)}, ${HOUR.format(at)}`;
}

const WHY = {
  asked: 'backupWhyAsked',
  publish: 'backupWhyPublish',
  import: 'backupWhyImport',
  restore: 'backupWhyRestore',
  upgrade: 'backupWhyUpgrade',
} as const satisfies Record<Exclude<BackupWhy, 'schedule'>, MessageKey>;

/** The same with the reason, where there was another one than that it was time. */
export function sayCopy(say: Say, { at, why }: Pick<Copy, 'at' | 'why'>, now: number): string {
  const when = sayWhen(say, at, now);
  return why === 'schedule' ? when : say(WHY[why], when);
}

const SIZE = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** `820 KB`, `4.2 MB`, `1.1 GB`. */
export function saySize(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} KB`;
  return bytes < 1e9 ? `${SIZE.format(bytes / 1e6)} MB` : `${SIZE.format(bytes / 1e9)} GB`;
}

const REFUSED = {
  'no-backup': 'refusedNoBackup',
  'entries-file': 'refusedEntriesFile',
  truncated: 'refusedTruncated',
  altered: 'refusedAltered',
  many: 'refusedMany',
  large: 'refusedLarge',
  line: 'refusedLine',
  foreign: 'refusedForeign',
} as const satisfies Record<Exclude<BackupFault, 'newer'>, MessageKey>;

/** What is wrong with a file, where, and what to do. */
export function sayRefusal(say: Say, { why, line, reason }: UnreadableBackup): string {
  return why === 'newer' ? say('refusedNewer', reason) : say(REFUSED[why], line ?? 0, reason);
}
