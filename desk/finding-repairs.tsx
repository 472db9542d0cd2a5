import { useId, useState } from 'preact/hooks';
import { withoutScheme } from '../src/domain/address.ts';
import type { Finding, Repair } from '../src/roundup/preflight/finding.ts';
import { Icon } from '../src/ui/icon.tsx';
import { type Say, sayCount, useSay } from '../src/ui/messages.tsx';

interface RepairsProps {
  finding: Finding;
  onRepair: (repair: Repair, words: string) => void;
}

/** The repairs of a finding: a button each, and a field where one needs words. */
export function FindingRepairs({ finding, onRepair }: RepairsProps) {
  const say = useSay();
  return (
    <>
      {finding.repairs.map((repair) =>
        'changesWith' in repair ? (
          <Describe key={repair.kind} onDescribe={(words) => onRepair(repair, words)} />
        ) : (
          <button key={repair.kind} class="btn btn-sm" type="button" dir="auto" onClick={() => onRepair(repair, '')}>
            {repair.kind === 'back-reference' && <Icon name="history" />}
            <span>{sayRepair(say, repair)}</span>
          </button>
        ),
      )}
    </>
  );
}

/** What a picture shows, in the editor's words. */
function Describe({ onDescribe }: { onDescribe: (words: string) => void }) {
  const say = useSay();
  const id = useId();
  const [words, setWords] = useState('');
  return (
    <form
      class="pf-describe"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') onDescribe(words);
      }}
    >
      <label class="vh" for={id}>
        {say('deskRepairDescription')}
      </label>
      <input
        class="input"
        id={id}
        dir="auto"
        value={words}
        placeholder={say('deskRepairDescribe')}
        onInput={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter ends an IME composition here and adds nothing.
          if (event.key === 'Enter' && event.isComposing) event.preventDefault();
        }}
      />
      <button class="btn btn-sm" type="submit" aria-disabled={words.trim() === ''}>
        {say('deskRepairAdd')}
      </button>
    </form>
  );
}

function sayRepair(say: Say, { kind, value }: Repair): string {
  switch (kind) {
    case 'cut':
      return say('deskRepairCut');
    case 'cut-words':
      return say('deskRepairCutWords');
    case 'encode':
      return say('deskRepairEncode');
    case 'add-scheme':
      return say('deskRepairAddScheme');
    case 'unwrap':
      return say('deskRepairUnwrap', withoutScheme(value));
    case 'use-title':
      return say('deskRepairUseTitle', value);
    case 'use-address':
      return say('deskRepairUseAddress', value);
    case 'use-byline':
      return say('deskRepairUseByline', value);
    case 'close':
      return say('deskRepairClose', value);
    case 'back-reference':
      return say('deskRepairBackReference');
    case 'remove-link':
      return say('deskRepairRemoveLink');
    case 'take-out':
      return say('deskRepairTakeOut');
    case 'take-out-all':
      return sayCount(say, 'deskRepairTakeAllOut', Number(value));
    case 'leave-out':
      return say('deskRepairLeaveOut');
    case 'print-section':
      return say('deskRepairPrintSection');
    case 'save-draft':
      return say('deskRepairSaveDraft');
    case 'describe':
      return say('deskRepairAdd');
  }
}
