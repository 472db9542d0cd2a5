import type { Gathered } from '../src/domain/gathered.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { Note } from './note.tsx';

export interface GatheredNoteProps {
  gathered: Gathered;
  onUndo: () => void;
  /** Asks for the titles and addresses of the tabs, and saves them then; undefined: this page cannot ask. */
  onAllow: (() => void) | undefined;
}

/** What was kept a moment ago from a menu or with a key, where nobody could be told more than a sign. */
export function GatheredNote({ gathered, onUndo, onAllow }: GatheredNoteProps) {
  const say = useSay();
  const { entryIds, there, unlinkable, trouble } = gathered;
  const label = say('popupGatheredLabel');
  if (trouble === 'not-allowed') {
    return (
      <Note icon="info" label={label} strong={say('popupTabsRefused')} text={say('popupTabsRefusedText')}>
        {onAllow !== undefined && (
          <button class="btn btn-sm" type="button" id="allow-tabs" onClick={onAllow}>
            {say('popupTabsAllow')}
          </button>
        )}
      </Note>
    );
  }
  if (trouble !== '') {
    return (
      <Note icon="warn" tone="warn" label={label} strong={say('popupNotGathered')} text={say('popupNotGatheredText')} />
    );
  }
  const passedOver = [
    there > 0 ? sayCount(say, 'popupGatheredThere', there) : '',
    unlinkable > 0 ? sayCount(say, 'popupGatheredUnlinkable', unlinkable) : '',
  ].filter((part) => part !== '');
  return (
    <Note
      icon="tray"
      label={label}
      strong={entryIds.length > 0 ? sayCount(say, 'popupGathered', entryIds.length) : say('popupGatheredNone')}
      text={passedOver.join(' ')}
    >
      {entryIds.length > 0 && (
        <button class="act" type="button" id="undo-gathered" onClick={onUndo}>
          {say('popupUndo')}
        </button>
      )}
    </Note>
  );
}
