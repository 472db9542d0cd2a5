import { ASKS } from '../src/storage/backup/back-up.ts';
import type { BackupPlan } from '../src/storage/backup/keeper.ts';
import { Icon } from '../src/ui/icon.tsx';
import { type MessageKey, useSay } from '../src/ui/messages.tsx';
import { Segments } from '../src/ui/segments.tsx';
import type { BackupsState } from './use-backups.ts';

interface BackupWhereProps {
  state: BackupsState;
  canPickFolder: boolean;
  onTo: (to: BackupPlan['to'], isAnother?: boolean) => void;
  onEvery: (every: BackupPlan['every']) => void;
  onAllow: () => void;
}

const PLACES = {
  inside: ['backupInside', 'backupInsideHint'],
  downloads: ['backupDownloads', 'backupDownloadsHint'],
  folder: ['backupFolder', 'backupFolderHint'],
} as const satisfies Record<BackupPlan['to'], readonly [MessageKey, MessageKey]>;

/** Where backups go by themselves, and how often. */
export function BackupWhere({ state, canPickFolder, onTo, onEvery, onAllow }: BackupWhereProps) {
  const say = useSay();
  const { plan, outside, folder, share } = state;
  const places = (Object.keys(PLACES) as BackupPlan['to'][]).filter((to) => to !== 'folder' || canPickFolder);
  const trouble = plan.to === 'inside' ? null : (outside?.trouble ?? null);
  return (
    <>
      <div class="row">
        <span class="label" id="backup-where">
          {say('backupWhere')}
        </span>
        <div role="radiogroup" aria-labelledby="backup-where">
          {places.map((to) => (
            <div class="place" key={to}>
              <label class="choice">
                <input
                  type="radio"
                  name="backup-to"
                  value={to}
                  checked={to === plan.to}
                  disabled={share !== null}
                  aria-describedby={`backup-to-${to}`}
                  // A choice that the browser does not allow is none.
                  onClick={(event) => {
                    if (to === plan.to) return;
                    if (to !== 'inside') event.preventDefault();
                    onTo(to);
                  }}
                />
                {say(PLACES[to][0])}
              </label>
              <p class="hint" id={`backup-to-${to}`}>
                {to === 'folder' && folder !== null ? say('backupFolderIs', folder) : say(PLACES[to][1])}
              </p>
            </div>
          ))}
          {plan.to === 'folder' && (
            <button class="act" type="button" onClick={() => onTo('folder', true)}>
              {say('backupFolderChoose')}
            </button>
          )}
          {trouble !== null && (
            <p class="note note-warn" role="status">
              <Icon name="warn" />
              <span>
                {trouble === ASKS
                  ? say(plan.to === 'folder' ? 'backupAsksFolder' : 'backupAsksDownloads')
                  : say('backupOutsideFailed', trouble)}{' '}
                {trouble === ASKS && (
                  <button class="act act-in" type="button" onClick={onAllow}>
                    {say('backupAllow')}
                  </button>
                )}
              </span>
            </p>
          )}
        </div>
      </div>
      <div class="row">
        <span class="label" id="backup-every">
          {say('backupEvery')}
        </span>
        <div>
          <div class="inline">
            <Segments
              name="backup-every"
              labelledBy="backup-every"
              options={[
                { value: 'day', label: say('backupDaily') },
                { value: 'week', label: say('backupWeekly') },
              ]}
              value={plan.every}
              onChoose={onEvery}
            />
          </div>
          <p class="hint">{say('backupEveryHint')}</p>
        </div>
      </div>
    </>
  );
}
