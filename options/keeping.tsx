import { createContext } from 'preact';
import { useCallback, useContext, useMemo, useState } from 'preact/hooks';

/** Whether what was changed has reached the database; `refused`: something did not. */
export type Kept = 'kept' | 'keeping' | 'refused';

/** Follows a change on its way to the database. */
export type Keep = (change: Promise<unknown>) => void;

const Keeping = createContext<Keep>(() => {});
export const KeepProvider = Keeping.Provider;

/** Every change of the page goes through this, so that the page can say that all of them are kept. */
export const useKeep = (): Keep => useContext(Keeping);

interface State {
  pending: number;
  refused: boolean;
}

/** The state of all changes of the page, and the function that follows one. A change that arrives clears a refusal. */
export function useKeeping(): { kept: Kept; keep: Keep } {
  const [{ pending, refused }, setState] = useState<State>({ pending: 0, refused: false });
  const keep = useCallback<Keep>((change) => {
    setState((state) => ({ ...state, pending: state.pending + 1 }));
    change.then(
      () => setState((state) => ({ pending: state.pending - 1, refused: false })),
      () => setState((state) => ({ pending: state.pending - 1, refused: true })),
    );
  }, []);
  const kept = refused ? 'refused' : pending > 0 ? 'keeping' : 'kept';
  return useMemo(() => ({ kept, keep }), [kept, keep]);
}
