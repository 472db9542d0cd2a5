import './pane.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import { useSay } from '../src/ui/messages.tsx';
import { type Pictures, PicturesContext } from '../src/ui/pictures.ts';
import { frozenMarkdown } from './frozen-markdown.ts';
import { MarkdownSource } from './markdown-source.tsx';
import { FrozenLine, ProofLine } from './proof-line.tsx';
import { Tabs } from './tabs.tsx';
import { usePress } from './use-press.ts';
import type { PrintedLive } from './use-printed.ts';

/** What the pane shows: the issue as readers see it, as Markdown, or what is to be looked at before it goes out. */
export type PaneTab = 'rendered' | 'markdown' | 'preflight';

interface PaneProps {
  printed: PrintedLive | null;
  entries: readonly Entry[];
  issue: Issue | null;
  /** Nothing has been written yet. */
  blank: boolean;
  tab: PaneTab;
  onTab: (tab: PaneTab) => void;
  /** The words of the tab of preflight, with its counts, and what is behind it; null: there is none. */
  preflightTab: ComponentChildren | null;
  preflightPanel: ComponentChildren | null;
  onGoTo: (entryId: string) => void;
}

/** What comes out, beside the issue: as it will be read, its source and how it reads back, and preflight. */
export function Pane(props: PaneProps) {
  const { printed, entries, issue, blank, tab, onTab, preflightTab, preflightPanel, onGoTo } = props;
  const say = useSay();
  const hasPreflight = preflightTab !== null && preflightPanel !== null;
  const shown = tab === 'preflight' && !hasPreflight ? 'rendered' : tab;
  const press = usePress();
  const scroll = useKeptScroll(shown, issue?.id);
  const pictures = usePictures(issue?.id);
  const frozen = frozenMarkdown(issue);
  const markdown = frozen ?? (printed?.printed.fault === null ? printed.printed.rendering.markdown : '');
  const isEmpty = frozen === null && (blank || printed === null);
  return (
    <section class="pane" aria-label={say('deskPane')}>
      <h2 class="vh">{say('deskPane')}</h2>
      <Tabs
        label={say('deskPaneTabs')}
        panelId="pane-panel"
        value={shown}
        onChoose={onTab}
        tabs={[
          { value: 'rendered', label: say('deskRendered') },
          { value: 'markdown', label: say('deskMarkdown') },
          ...(hasPreflight ? [{ value: 'preflight' as const, label: preflightTab, atEnd: true }] : []),
        ]}
      />
      <div
        // Each tab has a panel of its own: Firefox would anchor the text of the last one in that of the next.
        key={shown}
        class={shown === 'preflight' ? 'scroll pf' : 'scroll'}
        id="pane-panel"
        role="tabpanel"
        aria-labelledby={`pane-panel-${shown}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus, so that keys can scroll it
        tabIndex={0}
        ref={scroll}
      >
        {shown === 'preflight' ? (
          preflightPanel
        ) : isEmpty ? (
          <div class="blank">{blank && <p>{say('deskPaneEmpty')}</p>}</div>
        ) : markdown === '' ? null : shown === 'rendered' ? (
          <PicturesContext.Provider value={pictures}>
            {press !== null && <press.Preview markdown={markdown} subtitle={issue?.subtitle ?? ''} />}
          </PicturesContext.Provider>
        ) : (
          <MarkdownSource markdown={markdown} />
        )}
      </div>
      {shown !== 'preflight' &&
        (frozen !== null ? (
          <FrozenLine />
        ) : (
          !isEmpty && printed !== null && <ProofLine live={printed} entries={entries} onGoTo={onGoTo} />
        ))}
    </section>
  );
}

/** Every tab keeps where it was scrolled to; another issue begins at its head. While a text changes the browser anchors it. */
function useKeptScroll(tab: PaneTab, issueId: string | undefined) {
  const panel = useRef<HTMLDivElement>(null);
  const offsets = useRef(new Map<PaneTab, number>());
  const shownIssue = useRef(issueId);
  const hadFocus = panel.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (shownIssue.current !== issueId) offsets.current.clear();
    shownIssue.current = issueId;
    const { current: element } = panel;
    if (element === null) return;
    if (hadFocus && !element.contains(document.activeElement)) element.focus({ preventScroll: true });
    element.scrollTop = offsets.current.get(tab) ?? 0;
    const note = () => offsets.current.set(tab, element.scrollTop);
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, [tab, issueId]);
  return panel;
}

/** The hosts whose pictures may be loaded: for this issue, as long as the desk is open. */
function usePictures(issueId: string | undefined): Pictures {
  const [state, setState] = useState({ issueId, hosts: NONE, failed: NONE });
  return useMemo(() => {
    const of = (last: typeof state) => (last.issueId === issueId ? last : { issueId, hosts: NONE, failed: NONE });
    const { hosts, failed } = of(state);
    return {
      hosts,
      failed,
      load: (host) => setState((last) => ({ ...of(last), hosts: new Set([...of(last).hosts, host]) })),
      fail: (address) => setState((last) => ({ ...of(last), failed: new Set([...of(last).failed, address]) })),
    };
  }, [state, issueId]);
}

const NONE: ReadonlySet<string> = new Set();
