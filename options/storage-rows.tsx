import { useEffect, useState } from 'preact/hooks';
import type { StorageState } from '../src/browser/storage-state.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { saySize } from './say-backup.ts';

/** How much room is used and free, and whether the browser may take it away. `version`: it is asked again. */
export function StorageRows({ ask, version }: { ask: () => Promise<StorageState>; version: unknown }) {
  const say = useSay();
  const [state, setState] = useState<StorageState | null>(null);
  useEffect(() => {
    let isHere = true;
    ask().then(
      (told) => isHere && setState(told),
      () => isHere && setState({ used: null, free: null, isProtected: false }),
    );
    return () => {
      isHere = false;
    };
  }, [ask, version]);
  const isProtected = state?.isProtected === true;
  return (
    <div class="rows">
      <div class="row">
        <span class="label">{say('storageState')}</span>
        <p class="text">
          {state !== null && (
            <>
              <Icon name={isProtected ? 'check' : 'warn'} />{' '}
              {say(isProtected ? 'storageProtected' : 'storageUnprotected')}
            </>
          )}
        </p>
      </div>
      <div class="row">
        <span class="label">{say('storageUse')}</span>
        <p class="text" id="storage-used">
          {state !== null &&
            (state.used === null || state.free === null
              ? say('storageUnknown')
              : say('storageUsed', saySize(state.used), saySize(state.free)))}
        </p>
      </div>
    </div>
  );
}
