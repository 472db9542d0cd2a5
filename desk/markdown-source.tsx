import { useMemo } from 'preact/hooks';
import { paragraphsOf, runsOf } from './markdown-parts.ts';
import { memo } from './memo.ts';
import { usePartKeys } from './use-part-keys.ts';

/** The Markdown as it goes out, to the letter. A change draws only the paragraphs that it changes. */
export function MarkdownSource({ markdown }: { markdown: string }) {
  const paragraphs = useMemo(() => paragraphsOf(markdown), [markdown]);
  const keys = usePartKeys(paragraphs);
  return (
    <pre class="sheetish md" dir="auto">
      {paragraphs.map((text, at) => (
        <Paragraph key={keys[at]} text={text} first={at === 0} />
      ))}
    </pre>
  );
}

const Paragraph = memo(function Paragraph({ text, first }: { text: string; first: boolean }) {
  return (
    <span class="md-part">
      {runsOf(text, first).map((run, at) => {
        if (run.look === 'text') return run.text;
        return run.look === 'heading' ? (
          <b key={at}>{run.text}</b>
        ) : (
          <span key={at} class="u">
            {run.text}
          </span>
        );
      })}
    </span>
  );
});
