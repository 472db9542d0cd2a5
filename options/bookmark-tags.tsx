import { useState } from 'preact/hooks';
import type { BookmarkPlan } from '../src/bookmarks/plan-bookmarks.ts';
import { type Newsletter, sectionsOf } from '../src/domain/newsletter.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';

export interface BookmarkTagsProps {
  tags: BookmarkPlan['tags'];
  newsletter: Newsletter;
  onChoose: (tag: string, section: string | null) => void;
}

/** As many tags are offered at first: reading lists have hundreds, and most of them once. */
const SHOWN = 12;

/** The tags and folders of the bookmarks, each with the section that its bookmarks go to. */
export function BookmarkTags({ tags, newsletter, onChoose }: BookmarkTagsProps) {
  const say = useSay();
  const [all, setAll] = useState(false);
  if (tags.length === 0) return null;
  const shown = all ? tags : tags.slice(0, SHOWN);
  return (
    <fieldset class="tags">
      <legend class="label">{say('bookmarksTags')}</legend>
      {shown.map(({ tag, count, section }, at) => (
        <div key={tag} class="tag-row">
          <label for={`tag-${at}`}>
            <bdi>{tag}</bdi> <span class="hint">{sayCount(say, 'bookmarksOfTag', count)}</span>
          </label>
          <select
            id={`tag-${at}`}
            class="input"
            value={section ?? ''}
            onChange={({ currentTarget }) => onChoose(tag, currentTarget.value || null)}
          >
            <option value="">{say('bookmarksNoSection')}</option>
            {sectionsOf(newsletter).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value="new">{say('bookmarksNewSection', tag)}</option>
          </select>
        </div>
      ))}
      {tags.length > SHOWN && !all && (
        <button class="act" type="button" onClick={() => setAll(true)}>
          {sayCount(say, 'bookmarksAllTags', tags.length)}
        </button>
      )}
    </fieldset>
  );
}
