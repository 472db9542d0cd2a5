import { useMemo } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import { useSay } from '../src/ui/messages.tsx';
import { paragraphsOf, runsOf } from './markdown-parts.ts';
import { memo } from './memo.ts';
import { ProofLine } from './proof-line.tsx';
import type { Printed, PrintedLive } from './use-printed.ts';

interface PaneProps {
  printed: PrintedLive | null;
  entries: readonly Entry[];
  /** Nothing has been written yet. */
  blank: boolean;
  onGoTo: (entryId: string) => void;
}

/** What comes out: the Markdown beside the issue, and how it reads back. */
export function Pane({ printed, entries, blank, onGoTo }: PaneProps) {
  const say = useSay();
  return (
    <section class="pane" aria-labelledby="pane-name">
      <header class="tabs">
        <h2 id="pane-name">{say('deskMarkdown')}</h2>
      </header>
      {blank || printed === null ? (
        <div class="scroll blank">
          <p>{blank && say('deskPaneEmpty')}</p>
        </div>
      ) : (
        <>
          <Source printed={printed.printed} />
          <ProofLine live={printed} entries={entries} onGoTo={onGoTo} />
        </>
      )}
    </section>
  );
}

function Source({ printed }: { printed: Printed }) {
  const say = useSay();
  const markdown = printed.fault === null ? printed.rendering.markdown : '';
  const paragraphs = useMemo(() => paragraphsOf(markdown), [markdown]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus, so that keys can scroll it
    <section class="scroll" tabIndex={0} aria-label={say('deskMarkdownSource')}>
      {printed.fault === null && (
        <pre class="sheetish md" dir="auto">
          {paragraphs.map((text, at) => (
            <Paragraph key={at} text={text} first={at === 0} />
          ))}
        </pre>
      )}
    </section>
  );
}

const Paragraph = memo(function Paragraph({ text, first }: { text: string; first: boolean }) {
  return (
    <>
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
    </>
  );
});
