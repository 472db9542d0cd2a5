import './keys-dialog.css';
import { shortcutName } from '../src/ui/keys.ts';
import { type MessageKey, useSay } from '../src/ui/messages.tsx';
import { Dialog } from './dialog.tsx';

interface KeyLine {
  /** Each is a way of its own; a way is one or more keys, one after the other. */
  ways: readonly (readonly string[])[];
  does: MessageKey;
}

interface KeyGroup {
  name: MessageKey;
  lines: readonly KeyLine[];
}

const command = (key: string, shift = false) => [shortcutName(key, shift)];

const GROUPS: readonly KeyGroup[] = [
  {
    name: 'deskKeysGo',
    lines: [
      { ways: [['/']], does: 'deskKeySearch' },
      { ways: [['J']], does: 'deskKeyNext' },
      { ways: [['K']], does: 'deskKeyPrevious' },
      { ways: [['G', 'P']], does: 'deskKeyPreview' },
      { ways: [['G', 'M']], does: 'deskKeyMarkdown' },
      { ways: [['G', 'F']], does: 'deskKeyPreflight' },
      { ways: [['?']], does: 'deskKeyKeys' },
    ],
  },
  {
    name: 'deskKeysWrite',
    lines: [
      { ways: [['Enter']], does: 'deskKeyEdit' },
      { ways: [['Esc']], does: 'deskKeyDone' },
      { ways: [['N']], does: 'deskKeyNew' },
      { ways: [command('B'), command('I'), command('K')], does: 'deskKeyMarks' },
      { ways: [command('.', true), command('8', true)], does: 'deskKeyLines' },
      { ways: [['Alt+↑'], ['Alt+↓']], does: 'deskKeyMoveLink' },
    ],
  },
  {
    name: 'deskKeysArrange',
    lines: [
      { ways: [['Alt+↑'], ['Alt+↓']], does: 'deskKeyMove' },
      { ways: [['Space']], does: 'deskKeyLift' },
      { ways: [['M']], does: 'deskKeySection' },
      { ways: [['B']], does: 'deskKeyBacklog' },
      { ways: [['Delete']], does: 'deskKeyBin' },
      { ways: [['X'], command('click')], does: 'deskKeySelect' },
      { ways: [['Shift+click']], does: 'deskKeySelectTo' },
    ],
  },
  {
    name: 'deskKeysIssue',
    lines: [
      { ways: [['C']], does: 'deskKeyCopy' },
      { ways: [command('Z')], does: 'deskKeyUndo' },
      { ways: [command('Z', true), command('Y')], does: 'deskKeyRedo' },
    ],
  },
];

/** Every key of the desk. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  return (
    <Dialog title={say('deskKeysTitle')} onClose={onClose} class="keys-dialog">
      <p class="muted">{say('deskKeysHint')}</p>
      <div class="keys">
        {GROUPS.map(({ name, lines }) => (
          <div key={name}>
            <h3>{say(name)}</h3>
            <dl>
              {lines.map(({ ways, does }) => (
                <div key={does}>
                  <dt>
                    {ways.map((keys) => (
                      <span key={keys.join()} class="nowrap">
                        {keys.map((key) => (
                          <kbd key={key}>{key}</kbd>
                        ))}
                      </span>
                    ))}
                  </dt>
                  <dd>{say(does)}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
      <p class="keys-foot">
        <button class="btn" type="button" data-first onClick={onClose}>
          {say('deskClose')} <kbd>Esc</kbd>
        </button>
      </p>
    </Dialog>
  );
}
