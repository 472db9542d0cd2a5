import { useMemo } from 'preact/hooks';
import { type Entry, nameOf } from '../src/domain/entry.ts';
import { Icon } from '../src/ui/icon.tsx';
import { type Say, sayCount, useSay } from '../src/ui/messages.tsx';
import { type BacklogGroup, backlogGroups, waitingSince } from './backlog-groups.ts';
import { useDesk } from './desk-context.ts';
import { ActionButton } from './entry-actions.tsx';
import { memo } from './memo.ts';
import { RailItem } from './rail-item.tsx';
import { sayAge, saySub } from './say-age.ts';
import { Slice } from './slice.tsx';
import { sourceLabel } from './source-label.ts';

const HEADINGS = { 'this-week': 'deskThisWeek', earlier: 'deskEarlier', old: 'deskOld' } as const;

/** Entries that wait for an issue, with how long they have waited. */
export function BacklogList({ entries }: { entries: readonly Entry[] }) {
  const say = useSay();
  const { browser } = useDesk();
  const now = browser.now();
  const lines = useMemo(() => backlogGroups(entries, now).flatMap(linesOf), [entries]);
  if (lines.length === 0) {
    return (
      <div class="blank">
        <p>
          <strong>{say('deskBacklogEmpty')}</strong>
        </p>
        <p>{say('deskBacklogEmptyHint')}</p>
      </div>
    );
  }
  return (
    <Slice items={lines}>
      {(shown) =>
        groupsAgain(shown).map((group, at) => (
          <div key={group.name}>
            <h3 class="rail-h">
              {say(HEADINGS[group.name])} {at === 0 && <span>{say('deskNewestFirst')}</span>}
            </h3>
            <ul>
              {group.entries.map((entry) => (
                <BacklogItem
                  key={entry.id}
                  entry={entry}
                  age={sayAge(say, now, waitingSince(entry))}
                  old={group.name === 'old'}
                />
              ))}
            </ul>
          </div>
        ))
      }
    </Slice>
  );
}

interface Line {
  name: BacklogGroup['name'];
  entry: Entry;
}

const linesOf = (group: BacklogGroup): Line[] => group.entries.map((entry) => ({ name: group.name, entry }));

function groupsAgain(lines: readonly Line[]): BacklogGroup[] {
  const groups = new Map<BacklogGroup['name'], Entry[]>();
  for (const { name, entry } of lines) groups.set(name, [...(groups.get(name) ?? []), entry]);
  return [...groups].map(([name, entries]) => ({ name, entries }));
}

const BacklogItem = memo(function BacklogItem({ entry, age, old }: { entry: Entry; age: string; old: boolean }) {
  const say = useSay();
  const { commands, issue, readOnly } = useDesk();
  const name = nameOf(entry) || say('deskUntitled');
  return (
    <RailItem
      entry={entry}
      age={age}
      sub={old && entry.passedOver > 0 ? sayPassedOver(say, entry) : saySub(say, entry)}
      actions={
        <>
          <ActionButton
            act="edit"
            label={say('deskEdit')}
            title={say('deskEditHint')}
            onClick={() => commands.edit(entry)}
          />
          <ActionButton act="delete" icon="bin" title={say('deskDelete')} onClick={() => commands.discard(entry)} />
        </>
      }
      add={
        issue !== null &&
        !readOnly && (
          <button
            class="btn btn-quiet btn-icon item-add"
            type="button"
            data-act="add"
            aria-label={say('deskAddTo', issue.number, name)}
            title={say('deskAdd', issue.number)}
            onClick={() => commands.toIssue(entry)}
          >
            <Icon name="plus" />
          </button>
        )
      }
    />
  );
});

function sayPassedOver(say: Say, entry: Entry): string {
  const passedOver = sayCount(say, 'deskPassedOver', entry.passedOver);
  return [sourceLabel(entry), passedOver].filter((part) => part !== '').join(', ');
}
