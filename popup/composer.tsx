import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useMemo } from 'preact/hooks';
import { type Caret, countWords } from '../src/domain/entry.ts';
import { titleOf } from '../src/domain/link.ts';
import { escapeAddress, escapeText, markdownLink } from '../src/roundup/escape.ts';
import { holdsLinkTo, ownLinkTarget, shapeWithOwnLink } from '../src/roundup/own-link.ts';
import { applyEdit } from '../src/ui/apply-edit.ts';
import { CommentaryField, caretOf, restoreCaret } from '../src/ui/commentary-field.tsx';
import { shortcutName } from '../src/ui/keys.ts';
import { append } from '../src/ui/markdown-edit.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { Spoken } from '../src/ui/spoken.tsx';
import { debounced } from './debounced.ts';
import { PictureLine } from './picture-line.tsx';
import type { Writing } from './writing.ts';
import type { WritingState } from './writing-state.ts';

export interface ComposerProps {
  writing: Writing;
  state: WritingState;
  fieldRef: RefObject<HTMLTextAreaElement>;
}

/** Scrolling tells its place many times a second; the last one counts. Milliseconds. */
const SCROLL_REST = 100;

/** The commentary: the field, what becomes of it, and where its link is. */
export function Composer({ writing, state, fieldRef }: ComposerProps) {
  const say = useSay();
  const { entry, replaced } = state;
  const [link] = entry.links;
  const quotation = state.reading?.outcome === 'read' ? plainLines(state.reading.capture.selection) : '';

  // The field stands in popup.html and takes typing before this script is loaded.
  useLayoutEffect(() => {
    const field = fieldRef.current;
    if (field === null || field.value === '' || writing.state.entry.commentary !== '') return;
    writing.edit({ commentary: field.value, caret: caretOf(field) });
  }, [writing, fieldRef]);

  // The field is its own master: it is written to only when the whole commentary was exchanged.
  useLayoutEffect(() => {
    const field = fieldRef.current;
    if (field === null || replaced.version === 0) return;
    field.value = writing.state.entry.commentary;
    if (replaced.caret !== null) restoreCaret(field, replaced.caret);
  }, [replaced, writing, fieldRef]);

  // With the field itself, not after the first frame: somebody may be composing by then.
  useLayoutEffect(() => {
    const field = fieldRef.current;
    const start = () => writing.setComposing(true);
    const end = () => writing.setComposing(false);
    // Begun before this script was there: focus.ts has noted it.
    if (document.documentElement.dataset.composing !== undefined) start();
    field?.addEventListener('compositionstart', start);
    field?.addEventListener('compositionend', end);
    return () => {
      end();
      field?.removeEventListener('compositionstart', start);
      field?.removeEventListener('compositionend', end);
    };
  }, [writing, fieldRef]);

  const rest = useMemo(() => debounced((caret: Caret) => writing.moveCaret(caret), SCROLL_REST), [writing]);
  const onCaret = useCallback(
    (caret: Caret) => {
      const known = writing.state.entry.caret;
      if (known?.start === caret.start && known.end === caret.end) rest(caret);
      else writing.moveCaret(caret);
    },
    [writing, rest],
  );

  const becomesInline = () => {
    const shape = shapeWithOwnLink(writing.state.entry.shape);
    if (shape !== null) writing.edit({ shape });
  };
  const putAtEnd = () => {
    const field = fieldRef.current;
    const written = link && markdownLink(titleOf(link), link.address);
    if (field === null || !written) return;
    applyEdit(field, append(field.value, written));
  };

  const linkless =
    (entry.shape === 'inline' || entry.shape === 'one-liner') &&
    link !== undefined &&
    escapeAddress(link.address) !== null &&
    !holdsLinkTo(entry.commentary, link.address);
  return (
    <>
      <CommentaryField
        id="commentary"
        label={say('popupCommentary')}
        initialValue={entry.commentary}
        initialCaret={entry.caret}
        autoFocus
        fieldRef={fieldRef}
        placeholder={say('popupCommentaryNone')}
        describedBy="keys"
        linkTarget={ownLinkTarget(link)}
        quotation={quotation}
        commandNames={{
          ...(link !== undefined && { link: say('popupLinkThis') }),
          ...(quotation.trim() !== '' && { quote: say('popupQuoteThis') }),
        }}
        onInput={(commentary, caret) => writing.edit({ commentary, caret })}
        onCaret={onCaret}
        onLink={becomesInline}
        status={<KeepStatus state={state} />}
      />
      {linkless && (
        <p class="under">
          {say(entry.shape === 'inline' ? 'popupLinklessInline' : 'popupLinklessOneLiner')}{' '}
          <kbd>{shortcutName('K')}</kbd> {say('popupLinklessOr')}{' '}
          <button class="act act-in" type="button" onClick={putAtEnd}>
            {say('popupLinklessEnd')}
          </button>
        </p>
      )}
      <PictureLine commentary={entry.commentary} fieldRef={fieldRef} />
      <p class="vh" id="keys">
        {say('popupKeys', shortcutName('Enter'))}
      </p>
    </>
  );
}

/** What was selected on a page as Markdown that prints as it stood there: the page's text is not the editor's. */
const plainLines = (selection: string) =>
  selection
    .split(/\r\n?|\n/)
    .map((line) => escapeText(line, 'line-start'))
    .join('\n');

/** How much was written and whether it is kept. Said aloud only after a pause. */
function KeepStatus({ state }: { state: WritingState }) {
  const say = useSay();
  const { keeping, original, entry } = state;
  const words = countWords(entry.commentary);
  const kept = say(original === null ? 'popupDraftKept' : 'popupChangesKept');
  const [text, bad] =
    keeping === 'failed'
      ? [say('popupNotKept'), true]
      : keeping === 'kept'
        ? [kept, false]
        : [say('popupKeepsTyping'), false];
  return (
    <p class="kept">
      {words > 0 && <span id="words">{sayCount(say, 'popupWords', words)}</span>}
      <span id="keeping" class={`${words > 0 ? 'dot' : ''} ${bad ? 'bad' : ''}`}>
        {text}
      </span>
      <Spoken text={keeping === 'nothing' ? '' : text} />
    </p>
  );
}
