import { useRef } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import type { DeskCommands } from './desk-commands.ts';
import { isField, type KeyCommand, keyCommand, liftedCommand } from './desk-keys.ts';
import type { RailTab } from './desk-place.ts';
import type { Lifted } from './desk-tools.ts';
import type { KeptFocus } from './use-kept-focus.ts';
import { useKeyDown } from './use-key-down.ts';

interface KeyOptions {
  commands: DeskCommands;
  focus: KeptFocus;
  lifted: Lifted | null;
  editingId: string | null;
  hasSelection: boolean;
  /** The issue that is shown is to be read. */
  readOnly: boolean;
  entryWith: (id: string) => Entry | undefined;
  /** The list of the rail in which an entry lies; null: it is in the issue. */
  listOf: (id: string) => RailTab | null;
  copy: () => void;
  show: (what: 'preview' | 'markdown' | 'preflight' | 'keys') => void;
  find: () => void;
}

/** Lets the keys of the desk do what they stand for. */
export function useDeskKeys(options: KeyOptions): void {
  const afterGo = useRef(false);
  const { commands, focus, lifted, editingId, readOnly } = options;

  const doLifted = (event: KeyboardEvent): boolean => {
    if (isField(event.target)) {
      // Somebody has gone elsewhere to write.
      commands.letGo();
      return false;
    }
    const command = liftedCommand(event);
    if (command === 'up' || command === 'down') commands.aimBy(command === 'up' ? -1 : 1);
    else if (command === 'put-down') commands.putDown();
    else if (command === 'let-go') commands.letGo();
    return command !== null && event.key !== 'Tab';
  };
  const doCommand = (command: KeyCommand, entry: Entry | undefined): boolean => {
    if (command === 'next' || command === 'previous') focus.goBy(command === 'next' ? 1 : -1);
    else if (command === 'copy') options.copy();
    else if (command === 'undo') commands.undo();
    else if (command === 'redo') commands.redo();
    else if (command === 'find') options.find();
    else if (command === 'preview' || command === 'markdown' || command === 'preflight' || command === 'keys') {
      options.show(command);
    } else if (command === 'write' && !readOnly) commands.write(entry?.sectionId ?? null);
    else if (entry === undefined || entry.id === editingId) return false;
    else if (command === 'escape' && options.hasSelection) commands.select(entry, 'none');
    else return doToEntry(command, entry);
    return true;
  };
  const doToEntry = (command: KeyCommand, entry: Entry): boolean => {
    const lies = options.listOf(entry.id);
    const inIssue = lies === null;
    if (inIssue && readOnly) return false;
    if (command === 'edit' && lies !== 'bin') commands.edit(entry);
    else if (command === 'select') commands.select(entry, 'toggle');
    else if (command === 'delete' && lies !== 'bin') commands.discard(entry);
    else if (command === 'up' && inIssue) commands.step(entry, -1);
    else if (command === 'down' && inIssue) commands.step(entry, 1);
    else if (command === 'lift' && (inIssue || lies === 'backlog')) commands.lift(entry, 'key');
    else if (command === 'move' && inIssue) commands.choosePlace(entry);
    else if (command === 'backlog' && inIssue) commands.toBacklog(entry);
    else if (command === 'backlog' && lies === 'backlog' && !readOnly) commands.toIssue(entry);
    else return false;
    return true;
  };

  useKeyDown((event) => {
    if (lifted?.by === 'key' && doLifted(event)) return event.preventDefault();
    const command = keyCommand(event, afterGo.current);
    afterGo.current = command === 'go';
    if (command === null) return;
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-entry]') : null;
    const id = element?.dataset.entry;
    const done = doCommand(command, id === undefined ? undefined : options.entryWith(id));
    if (done) event.preventDefault();
  });
}
