import { byRank } from '../src/domain/rank.ts';
import type { Database } from '../src/storage/database.ts';
import { entriesIn } from '../src/storage/entries.ts';
import { useSay } from '../src/ui/messages.tsx';
import { useLive } from '../src/ui/use-live.ts';
import { Saved } from './saved.tsx';
import type { WritingState } from './writing-state.ts';

export interface SavedEntryProps {
  db: Database | undefined;
  state: WritingState;
  onUndo: () => void;
  onOpenDesk: () => void;
  close: () => void;
}

/** Where the saved entry went, in words. */
export function SavedEntry({ db, state, ...ways }: SavedEntryProps) {
  const say = useSay();
  const { entry, work } = state;
  const place = useLive(
    db,
    async (db) => {
      const { sound } = await entriesIn(db, entry.newsletterId, entry.issueId ?? 'backlog');
      const inSection = sound.filter(({ sectionId }) => sectionId === entry.sectionId).sort(byRank);
      return inSection.findIndex(({ id }) => id === entry.id) + 1;
    },
    [entry],
  );
  const section = work?.newsletter.sections.find(({ id }) => id === entry.sectionId)?.name ?? '';
  const heading =
    entry.issueId === null ? say('popupSavedLater', section) : say('popupSavedTo', work?.issue?.number ?? '', section);
  const detail = entry.issueId === null ? say('popupSavedLaterText') : say('popupSavedPlace', place.value ?? '…');
  return <Saved newsletter={work?.newsletter.name ?? ''} heading={heading} detail={detail} {...ways} />;
}
