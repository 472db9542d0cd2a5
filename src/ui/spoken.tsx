import { useEffect, useState } from 'preact/hooks';

/** As long as this nothing is said: somebody who types wants to hear the keys. Milliseconds. */
const PAUSE = 1500;

/** Says a text to screen readers once it has stayed the same for a while, and shows nothing. */
export function Spoken({ text, after = PAUSE }: { text: string; after?: number }) {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), after);
    return () => clearTimeout(timer);
  }, [text, after]);
  return (
    <span class="vh" role="status">
      {spoken}
    </span>
  );
}
