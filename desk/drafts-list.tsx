import type { Entry } from '../src/domain/entry.ts';
import { useSay } from '../src/ui/messages.tsx';
import { useDesk } from './desk-context.ts';
import { ActionButton } from './entry-actions.tsx';
import { RailItem } from './rail-item.tsx';
import { sayAge, saySub } from './say-age.ts';
import { Slice } from './slice.tsx';

/** What was begun in the popup and not saved, the last one first. */
export function DraftsList({ drafts }: { drafts: readonly Entry[] }) {
  const say = useSay();
  const { browser, commands } = useDesk();
  const now = browser.now();
  if (drafts.length === 0) {
    return (
      <div class="blank">
        <p>
          <strong>{say('deskDraftsEmpty')}</strong>
        </p>
        <p>{say('deskDraftsEmptyHint')}</p>
      </div>
    );
  }
  const lastFirst = [...drafts].sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
  return (
    <>
      <h3 class="rail-h">{say('deskDraftsHint')}</h3>
      <Slice items={lastFirst}>
        {(shown) => (
          <ul>
            {shown.map((draft) => (
              <RailItem
                key={draft.id}
                entry={draft}
                age={sayAge(say, now, draft.createdAt)}
                sub={saySub(say, draft)}
                actions={
                  <>
                    <ActionButton
                      act="save"
                      label={say('deskSave')}
                      title={say('deskSaveHint')}
                      onClick={() => commands.save(draft)}
                    />
                    <ActionButton
                      act="edit"
                      label={say('deskEdit')}
                      title={say('deskEditHint')}
                      onClick={() => commands.edit(draft)}
                    />
                    <ActionButton
                      act="delete"
                      icon="bin"
                      title={say('deskDelete')}
                      onClick={() => commands.discard(draft)}
                    />
                  </>
                }
              />
            ))}
          </ul>
        )}
      </Slice>
    </>
  );
}
