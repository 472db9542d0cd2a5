import './preview.css';
import { useMemo, useRef } from 'preact/hooks';
import { Reading, type ReadingPart } from '../src/roundup/reading.ts';
import { ReadingBlocks } from '../src/ui/reading-blocks.tsx';
import { memo } from './memo.ts';
import { usePartKeys } from './use-part-keys.ts';

interface PreviewProps {
  markdown: string;
  /** It is printed in the front matter, which readers of the text do not see, but they do see it with the title. */
  subtitle: string;
}

/** The issue as readers see it. Only what has changed since the last time is parsed and drawn. */
export function Preview({ markdown, subtitle }: PreviewProps) {
  const parts = useReading(markdown);
  const blocks = useMemo(() => parts.map((part) => part.blocks), [parts]);
  const keys = usePartKeys(blocks);
  const title = parts.findIndex(isTitle);
  const line = subtitle.trim() !== '' && (
    <p key="subtitle" class="st" dir="auto">
      {subtitle}
    </p>
  );
  return (
    <article class="sheetish read">
      {title < 0 && line}
      {parts.flatMap((part, at) => {
        const drawn = <Part key={keys[at]} blocks={part.blocks} />;
        return at === title && line ? [drawn, line] : [drawn];
      })}
    </article>
  );
}

/** One commentary as readers see it, for the editor it is written in. */
export function CommentaryPreview({ text }: { text: string }) {
  const parts = useReading(text);
  const blocks = useMemo(() => parts.map((part) => part.blocks), [parts]);
  const keys = usePartKeys(blocks);
  return (
    <div class="read">
      {parts.map((part, at) => (
        <Part key={keys[at]} blocks={part.blocks} />
      ))}
    </div>
  );
}

const Part = memo(ReadingBlocks);

function useReading(markdown: string): ReadingPart[] {
  const reading = useRef<Reading | null>(null);
  reading.current ??= new Reading();
  const { current } = reading;
  return useMemo(() => current.parts(markdown), [markdown]);
}

const isTitle = ({ blocks: [block] }: ReadingPart) => block?.kind === 'heading' && block.depth === 1;
