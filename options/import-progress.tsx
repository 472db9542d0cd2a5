import { useSay } from '../src/ui/messages.tsx';

interface ImportProgressProps {
  title: string;
  /** What is done now, with its count. */
  text: string;
  /** From 0 to 1. */
  share: number;
  onStop: () => void;
}

/** How far an import is, and the way to end it. */
export function ImportProgress({ title, text, share, onStop }: ImportProgressProps) {
  const say = useSay();
  const quarters = Math.floor(share * 4) * 25;
  return (
    <>
      <p class="lede progress-text">{text}</p>
      <progress class="progress" aria-label={title} value={share} max={1} />
      {/* Spoken four times, not at every file. */}
      <p class="vh" role="status">
        {say('importPercent', title, quarters)}
      </p>
      <p class="above">
        <button class="btn" type="button" onClick={onStop}>
          {say('importStop')}
        </button>
      </p>
    </>
  );
}
