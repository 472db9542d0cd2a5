import { useEffect } from 'preact/hooks';

/** While something is being written, the browser asks before it lets the page go. */
export function useUnloadWarning(isWriting: boolean): void {
  useEffect(() => {
    if (!isWriting) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isWriting]);
}
