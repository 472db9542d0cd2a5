import type { PlainDate } from '../src/domain/plain-date.ts';
import type { Finding, Kind } from '../src/roundup/preflight/finding.ts';
import { nameDay } from '../src/ui/day-names.ts';
import { type MessageKey, type Say, sayCount } from '../src/ui/messages.tsx';

/** What is wrong, in one sentence. */
export function sayFinding(say: Say, { kind, detail }: Finding, today: PlainDate): string {
  const { why = '', name = '', count = 1, date = today, issueNumber = 0 } = detail;
  switch (kind) {
    case 'deadline':
      return say(why === 'passed' ? 'deskFindingDeadline' : 'deskFindingDeadlineBefore', nameDay(date, today));
    case 'published':
      return say('deskFindingPublished', issueNumber, nameDay(date, today));
    case 'tracking':
      return sayCount(say, 'deskFindingTracking', count);
    case 'left-out':
      return sayCount(say, 'deskFindingLeftOut', count);
    case 'unclosed':
      return why === 'tag' || why === 'html'
        ? say('deskFindingUnclosedTag', name)
        : say(UNCLOSED[why] ?? 'deskFindingReaches');
    case 'scheme':
      return say(SCHEME[why] ?? 'deskFindingScheme');
    case 'personal':
      return say(PERSONAL[why] ?? 'deskFindingAccount');
    case 'read-back':
      return say(READ_BACK[why] ?? 'deskFindingMissing');
    case 'repeated':
      return say(REPEATED[why] ?? 'deskFindingMention');
    case 'commentary':
      return say(why === 'nothing' ? 'deskFindingNothing' : 'deskFindingCommentary');
    default:
      return say(PLAIN[kind]);
  }
}

type Variants = Readonly<Record<string, MessageKey>>;

const UNCLOSED: Variants = { fence: 'deskFindingFence', comment: 'deskFindingComment' };
const SCHEME: Variants = {
  empty: 'deskFindingNoAddress',
  relative: 'deskFindingRelative',
  anchor: 'deskFindingAnchor',
  unreadable: 'deskFindingUnreadable',
};
const PERSONAL: Variants = {
  counter: 'deskFindingCounter',
  proxy: 'deskFindingProxy',
  wrapper: 'deskFindingWrapper',
  copy: 'deskFindingCopy',
  private: 'deskFindingPrivate',
};
const READ_BACK: Variants = {
  unexpected: 'deskFindingUnexpected',
  text: 'deskFindingText',
  address: 'deskFindingElsewhere',
  unread: 'deskFindingUnread',
};
const REPEATED: Variants = { entries: 'deskFindingTwoEntries', own: 'deskFindingOwnTwice' };

type Plain = Exclude<
  Kind,
  | 'deadline'
  | 'published'
  | 'tracking'
  | 'left-out'
  | 'unclosed'
  | 'scheme'
  | 'personal'
  | 'read-back'
  | 'repeated'
  | 'commentary'
>;

const PLAIN: Record<Plain, MessageKey> = {
  'empty-link': 'deskFindingEmptyLink',
  'broken-link': 'deskFindingBrokenLink',
  'spaced-address': 'deskFindingSpaced',
  picture: 'deskFindingPicture',
  'empty-fragment': 'deskFindingEmptyFragment',
  'text-fragment': 'deskFindingTextFragment',
  'site-suffix': 'deskFindingSiteSuffix',
  'open-emphasis': 'deskFindingOpenEmphasis',
  byline: 'deskFindingByline',
  'empty-section': 'deskFindingEmptySection',
  draft: 'deskFindingDraft',
};

/** What was looked for, for the list of checks that found nothing. */
export const CHECKS: Record<Kind, MessageKey> = {
  'empty-link': 'deskCheckEmptyLink',
  'broken-link': 'deskCheckBrokenLink',
  'spaced-address': 'deskCheckSpaced',
  scheme: 'deskCheckScheme',
  unclosed: 'deskCheckUnclosed',
  picture: 'deskCheckPicture',
  deadline: 'deskCheckDeadline',
  'read-back': 'deskCheckReadBack',
  personal: 'deskCheckPersonal',
  repeated: 'deskCheckRepeated',
  published: 'deskCheckPublished',
  tracking: 'deskCheckTracking',
  'empty-fragment': 'deskCheckEmptyFragment',
  'text-fragment': 'deskCheckTextFragment',
  'site-suffix': 'deskCheckSiteSuffix',
  'open-emphasis': 'deskCheckOpenEmphasis',
  byline: 'deskCheckByline',
  commentary: 'deskCheckCommentary',
  'left-out': 'deskCheckLeftOut',
  'empty-section': 'deskCheckEmptySection',
  draft: 'deskCheckDraft',
};

/** The same in two or three words, for the entry itself; $1 is the number of an issue. */
export const FLAGS: Record<Kind, MessageKey> = {
  'empty-link': 'deskFlagEmptyLink',
  'broken-link': 'deskFlagBrokenLink',
  'spaced-address': 'deskFlagSpaced',
  scheme: 'deskFlagScheme',
  unclosed: 'deskFlagUnclosed',
  picture: 'deskFlagPicture',
  deadline: 'deskFlagDeadline',
  'read-back': 'deskFlagReadBack',
  personal: 'deskFlagPersonal',
  repeated: 'deskFlagRepeated',
  published: 'deskFlagPublished',
  tracking: 'deskFlagTracking',
  'empty-fragment': 'deskFlagEmptyFragment',
  'text-fragment': 'deskFlagTextFragment',
  'site-suffix': 'deskFlagSiteSuffix',
  'open-emphasis': 'deskFlagOpenEmphasis',
  byline: 'deskFlagByline',
  commentary: 'deskFlagCommentary',
  'left-out': 'deskFlagLeftOut',
  'empty-section': 'deskFlagEmptySection',
  draft: 'deskFlagDraft',
};
