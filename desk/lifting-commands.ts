import { sayCount } from '../src/ui/messages.tsx';
import type { DeskCommands } from './desk-commands.ts';
import { type DeskTools, idsOf } from './desk-tools.ts';
import { groupsOf, isSameSlot, slotOf, slotsOf } from './issue-order.ts';

type LiftingCommands = Pick<DeskCommands, 'select' | 'lift' | 'aim' | 'aimBy' | 'putDown' | 'letGo'>;

/** The commands that select entries, and that take them up to be put down elsewhere. */
export function liftingCommands(tools: DeskTools, moveTo: DeskCommands['moveTo']): LiftingCommands {
  const { browser, latest, set, inHand, take, announce, subjects, named, sectionName } = tools;
  const { say } = browser;
  return {
    select: (entry, how) => {
      const { lists, state: now } = latest();
      const list = lists.find((one) => one.some(({ id }) => id === entry.id)) ?? [];
      // What is selected lies in one list: what can be done to it is the same for all.
      const before = now.selected.filter((id) => list.some((one) => one.id === id));
      let selected: readonly string[] = [];
      if (how === 'toggle') {
        selected = before.includes(entry.id) ? before.filter((id) => id !== entry.id) : [...before, entry.id];
      } else if (how === 'to-here') {
        const ids = idsOf(list);
        const from = ids.indexOf(before.at(-1) ?? entry.id);
        const to = ids.indexOf(entry.id);
        selected = [...new Set([...before, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)])];
      }
      // What was told before would hide what can be done now.
      set({ selected, toast: null });
      announce(selected.length === 0 ? say('deskNoneSelected') : sayCount(say, 'deskSelected', selected.length));
    },
    lift: (entry, by) => {
      const { newsletter, issue, lists } = latest();
      if (newsletter === null || issue === null || issue.state === 'published') return;
      const entries = subjects(entry);
      const slot = slotOf(groupsOf(issue, lists[0] ?? [], newsletter), idsOf(entries));
      take({ ids: idsOf(entries), name: named(entries), slot, by });
      set({ editingId: null, placingId: null });
      if (by === 'key') announce(say('deskLifted', named(entries)));
    },
    aim: (slot) => {
      const lifted = inHand.current;
      if (lifted !== null && !isSameSlot(lifted.slot, slot)) take({ ...lifted, slot });
    },
    aimBy: (by) => {
      const { newsletter, issue, lists } = latest();
      const lifted = inHand.current;
      if (newsletter === null || issue === null || lifted === null) return;
      const { ids, slot } = lifted;
      const groups = groupsOf(issue, lists[0] ?? [], newsletter);
      const slots = slotsOf(groups, ids);
      const next = slots[slots.findIndex((one) => isSameSlot(one, slot)) + by];
      if (next === undefined) return announce(say(by === 1 ? 'deskAtBottom' : 'deskAtTop'));
      const inSection = slots.filter(({ sectionId }) => sectionId === next.sectionId);
      const at = inSection.findIndex((one) => isSameSlot(one, next));
      take({ ...lifted, slot: next });
      announce(say('deskAimed', sectionName(next.sectionId), at + 1, inSection.length));
    },
    putDown: () => {
      const lifted = inHand.current;
      if (lifted === null) return;
      if (lifted.slot === null) return take(null);
      set({ selected: [] });
      moveTo(lifted.ids, lifted.slot);
    },
    letGo: () => {
      if (inHand.current === null) return;
      take(null);
      announce(say('deskLetGo'));
    },
  };
}
