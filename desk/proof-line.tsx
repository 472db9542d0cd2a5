import { type Entry, nameOf } from '../src/domain/entry.ts';
import type { Difference } from '../src/roundup/verify.ts';
import { Icon } from '../src/ui/icon.tsx';
import { type Say, sayCount, useSay } from '../src/ui/messages.tsx';
import type { PrintedLive } from './use-printed.ts';

interface ProofLineProps {
  live: PrintedLive;
  entries: readonly Entry[];
  onGoTo: (entryId: string) => void;
}

/** How the Markdown reads back: that all is well, or every difference, with a way to its entry. */
export function ProofLine({ live, entries, onGoTo }: ProofLineProps) {
  const say = useSay();
  const { printed, proof } = live;
  if (printed.fault !== null) {
    const { line, column, reason } = printed.fault;
    return (
      <div class="proof proof-bad" role="status">
        <Icon name="stop" />
        <p class="grow">
          {line === 0 ? say('deskStyleBroken', reason) : say('deskStyleFault', line, column, reason)}{' '}
          <a href="../options/options.html#style" target="_blank" rel="noopener noreferrer">
            {say('deskStyleMend')}
          </a>
        </p>
      </div>
    );
  }
  if (proof === null) return null;
  const { links, differences } = proof;
  if (differences.length === 0) {
    return (
      <p class="proof" role="status">
        <Icon name="check" />
        <span class="grow">{links === 0 ? say('deskProofNone') : sayCount(say, 'deskProof', links)}</span>
      </p>
    );
  }
  return (
    <div class="proof proof-bad" role="status">
      <Icon name="stop" />
      <div class="grow">
        <p>{sayCount(say, 'deskProofDiffers', differences.length)}</p>
        <ul>
          {differences.map((difference) => {
            const entry = entries.find(({ id }) => id === difference.entryId);
            const name = (entry && nameOf(entry)) || say('deskUntitled');
            return (
              <li key={keyOf(difference)}>
                <button class="act" type="button" onClick={() => onGoTo(difference.entryId)}>
                  {name}
                </button>{' '}
                {sayDifference(say, difference)}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/** Instead of how it reads back: what went out is not looked at again. */
export function FrozenLine() {
  const say = useSay();
  return (
    <p class="proof">
      <Icon name="lock" />
      <span class="grow">{say('deskProofFrozen')}</span>
    </p>
  );
}

const keyOf = ({ entryId, kind, expected, found }: Difference) =>
  [entryId, kind, expected?.address, expected?.text, found?.address, found?.text].join('\n');

/** What differs, in words, for behind the name of its entry. */
function sayDifference(say: Say, { kind, expected, found }: Difference): string {
  const wanted = expected ?? { text: '', address: '' };
  const read = found ?? { text: '', address: '' };
  switch (kind) {
    case 'missing':
      return say('deskDifferenceMissing', wanted.address);
    case 'unexpected':
      return say('deskDifferenceUnexpected', read.address);
    case 'text':
      return say('deskDifferenceText', read.text, wanted.text);
    case 'address':
      return say('deskDifferenceAddress', read.address, wanted.address);
    case 'unprintable':
      return say('deskDifferenceUnprintable', wanted.address);
    case 'unread':
      return say('deskDifferenceUnread');
  }
}
