import { useEffect, useState } from 'preact/hooks';

/**
 * A value that is looked at only once it has stayed the same for a while: for what takes long to work out of it. With no
 * wait it is the value itself. Milliseconds.
 */
export function useSettled<T>(value: T, wait: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (wait === 0) return;
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return wait === 0 ? value : settled;
}
