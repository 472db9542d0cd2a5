import { useMemo } from 'preact/hooks';
import { countWords, type Entry } from '../src/domain/entry.ts';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { Spoken } from '../src/ui/spoken.tsx';
import { useDesk } from './desk-context.ts';
import { sayHour, sayMoment } from './say-time.ts';

interface KeptLineProps {
  /** As it is in the database. */
  entry: Entry;
  /** As it is being typed. */
  commentary: string;
  versions: number;
  versionsId: string;
  showsVersions: boolean;
  onVersions: () => void;
  showsPreview: boolean;
  onPreview: () => void;
}

/** How much has been written, when it was kept, and the way to what it was before. */
export function KeptLine(props: KeptLineProps) {
  const say = useSay();
  const { browser } = useDesk();
  const { entry, commentary, versions } = props;
  const words = useMemo(() => countWords(commentary), [commentary]);
  const now = browser.now();
  const moment = sayMoment(say, entry.editedAt, now);
  const kept = moment === say('deskTodayAt', sayHour(entry.editedAt)) ? sayHour(entry.editedAt) : moment;
  return (
    <p class="kept">
      <span>{sayCount(say, 'deskWords', words)}</span>
      <span class="dot">{say('deskKeptAt', kept)}</span>
      <Spoken text={say('deskKeptAt', kept)} />
      {versions > 0 && (
        <span class="dot">
          <button
            class="act"
            type="button"
            data-act="versions"
            aria-expanded={props.showsVersions}
            aria-controls={props.showsVersions ? props.versionsId : undefined}
            onClick={props.onVersions}
          >
            {sayCount(say, 'deskVersions', versions)}
          </button>
        </span>
      )}
      <button
        class="btn btn-quiet btn-icon btn-sm"
        type="button"
        aria-pressed={props.showsPreview}
        aria-label={say('deskPreviewCommentary')}
        title={say('deskPreviewCommentary')}
        onClick={props.onPreview}
      >
        <Icon name="eye" />
      </button>
    </p>
  );
}
