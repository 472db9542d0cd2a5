import { useRef } from 'preact/hooks';

/** Says the same words twice when they happen twice: a screen reader hears only what changes. */
export function Announcer({ said }: { said: { text: string } | null }) {
  const count = useRef(0);
  const last = useRef(said);
  if (last.current !== said) count.current += 1;
  last.current = said;
  return (
    <p class="vh" role="status">
      {said !== null && said.text + (count.current % 2 === 0 ? '' : '\u00a0')}
    </p>
  );
}
