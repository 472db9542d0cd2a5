import type { Entry } from '../src/domain/entry.ts';
import { type Newsletter, sectionsOf } from '../src/domain/newsletter.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';

interface GoneSectionProps {
  newsletter: Newsletter;
  entry: Pick<Entry, 'sectionId' | 'issueId'>;
  /** The issue that is shown. */
  issueId: string | null;
}

/** Says that the section of an entry is there no longer: somebody has removed it while the entry was being written. */
export function GoneSection({ newsletter, entry, issueId }: GoneSectionProps) {
  const say = useSay();
  const { sectionId } = entry;
  const used = sectionsOf(newsletter, entry.issueId ?? issueId);
  const gone = sectionId !== null && !used.some(({ id }) => id === sectionId);
  const name = newsletter.sections.find(({ id }) => id === sectionId)?.name ?? '';
  return (
    <p class="ed-gone" role="status">
      {gone && (
        <>
          <Icon name="warn" />
          <span>{name === '' ? say('deskSectionGoneNameless') : say('deskSectionGone', name)}</span>
        </>
      )}
    </p>
  );
}
