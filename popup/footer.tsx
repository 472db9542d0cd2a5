import { nameDay } from '../src/ui/day-names.ts';
import { Icon } from '../src/ui/icon.tsx';
import { shortcutName } from '../src/ui/keys.ts';
import { useSay } from '../src/ui/messages.tsx';
import { Segments } from '../src/ui/segments.tsx';
import { Spoken } from '../src/ui/spoken.tsx';
import type { Writing } from './writing.ts';
import type { WritingState } from './writing-state.ts';

export interface FooterProps {
  writing: Writing;
  state: WritingState;
  today: string;
  copied: boolean;
  /** The one button that matters, whatever it does at the moment. */
  onPress: () => void;
}

/** Where it goes, and the one button that matters. */
export function Footer({ writing, state, today, copied, onPress }: FooterProps) {
  const say = useSay();
  const { entry, work, unkept, missing } = state;
  const issue = work?.issue ?? null;
  const issueLabel =
    issue === null ? say('popupThisIssue') : say('popupIssue', issue.number, nameDay(issue.date, today));
  const later = { value: 'later' as const, label: say('popupLater') };
  const options =
    work !== undefined && issue === null ? [later] : [{ value: 'issue' as const, label: issueLabel }, later];
  return (
    <footer class="cap-foot">
      {unkept === null && (
        <Segments
          name="destination"
          label={say('popupDestination')}
          options={options}
          value={work !== undefined && entry.issueId === null ? 'later' : 'issue'}
          onChoose={(to) => {
            if (to === 'later') writing.edit({ issueId: null });
            else if (issue !== null) writing.edit({ issueId: issue.id });
          }}
        />
      )}
      {missing === 'words' && (
        <p class="problem" role="alert">
          {say('popupNoWords')}
        </p>
      )}
      {/* No submit button: the browser would send the form at an Enter that belongs to an input method. */}
      <button class="btn btn-primary" type="button" id="save" onClick={onPress}>
        {copied && <Icon name="check" />}
        <span>{buttonText()}</span>
        {(state.original === null || unkept !== null) && (
          <span aria-hidden="true">
            <kbd>{shortcutName('↵').replace('+', ' ')}</kbd>
          </span>
        )}
      </button>
      <Spoken text={copied ? say('popupCopied') : ''} after={0} />
    </footer>
  );

  function buttonText(): string {
    if (unkept !== null) return say(copied ? 'popupCopied' : 'popupCopyMarkdown');
    if (state.trouble !== null) return say('popupTryAgain');
    return say(state.original === null ? 'popupSave' : 'popupSaveChanges');
  }
}
