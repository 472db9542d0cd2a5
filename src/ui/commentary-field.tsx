import './commentary-field.css';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Caret } from '../domain/entry.ts';
import { applyEdit, selectedIn } from './apply-edit.ts';
import { hasCommand, isComposing } from './keys.ts';
import { type Edit, insertQuotation, linkTo, type Selected, toggleEmphasis, toggleLines } from './markdown-edit.ts';
import { commandOf, type MarkdownCommand, MarkdownToolbar, type MarkdownToolbarProps } from './markdown-toolbar.tsx';

export interface CommentaryFieldProps {
  id: string;
  /** The accessible name. */
  label: string;
  /**
   * What it holds at first. The field is its own master from then on: no render ever writes into it, so that a late
   * answer of the database cannot take back a keystroke. To show another text give another `key`, or write through
   * `fieldRef`.
   */
  initialValue: string;
  initialCaret?: Caret | null;
  /** In the input event itself. */
  onInput: (text: string, caret: Caret) => void;
  /** The caret or the scroll position has changed without the text. */
  onCaret?: (caret: Caret) => void;
  /** Where Ctrl+K leads, ready to stand between the parentheses; empty: the editor is to type it. */
  linkTarget?: string;
  /** The words of the page that a quotation takes over; empty: the button quotes the lines at the caret. */
  quotation?: string;
  /** After words were turned into a link to `linkTarget`. */
  onLink?: () => void;
  commandNames?: MarkdownToolbarProps['names'];
  /** At the end of the toolbar: how many words, and whether they are kept. */
  status?: ComponentChildren;
  placeholder?: string;
  describedBy?: string;
  autoFocus?: boolean;
  fieldRef?: RefObject<HTMLTextAreaElement>;
}

/** Where the caret of a field stands and how far it is scrolled. */
export function caretOf(field: HTMLTextAreaElement): Caret {
  return { start: field.selectionStart, end: field.selectionEnd, scrollTop: field.scrollTop };
}

/** Puts the caret of a field and its scroll position back. */
export function restoreCaret(field: HTMLTextAreaElement, caret: Caret): void {
  field.setSelectionRange(caret.start, caret.end);
  field.scrollTop = caret.scrollTop;
}

/** The text area of a commentary with its Markdown toolbar. The text is never reflowed, trimmed or put in order. */
export function CommentaryField(props: CommentaryFieldProps) {
  const { id, initialCaret, onCaret, linkTarget = '', quotation = '', autoFocus = false } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const ref = props.fieldRef ?? own;
  // As the field tells it: to ask it for its scroll position after a key has the page laid out anew, before anything of
  // the key is shown.
  const scrolled = useRef(0);
  const caretIn = ({ selectionStart, selectionEnd }: HTMLTextAreaElement): Caret => {
    return { start: selectionStart, end: selectionEnd, scrollTop: scrolled.current };
  };

  // Before the first frame, so that no key is lost; and once, for the field as it comes.
  useLayoutEffect(() => {
    const field = ref.current;
    if (field === null) return;
    if (autoFocus) field.focus();
    if (initialCaret) restoreCaret(field, initialCaret);
    // It may have been written in before this script was there.
    if (field.value !== '') scrolled.current = field.scrollTop;
    if (!autoFocus) return;
    // Firefox loads a popup out of sight, and forgets in one of ten what was focused there: once the window has the
    // keyboard and nothing in it does, the field takes it. Measured with Firefox 153.
    const take = () => {
      if (document.activeElement === document.body) field.focus();
    };
    window.addEventListener('focus', take);
    return () => window.removeEventListener('focus', take);
  }, []);

  useEffect(() => {
    const field = ref.current;
    if (field === null || onCaret === undefined) return;
    const tell = () => {
      if (document.activeElement === field) onCaret(caretIn(field));
    };
    // Chromium and Firefox tell of a text area's selection on the document or on the field, by version.
    document.addEventListener('selectionchange', tell);
    field.addEventListener('selectionchange', tell);
    return () => {
      document.removeEventListener('selectionchange', tell);
      field.removeEventListener('selectionchange', tell);
    };
  }, [onCaret, ref]);

  const run = (command: MarkdownCommand) => {
    const field = ref.current;
    if (field === null) return;
    const before = selectedIn(field);
    const edit = editFor(command, before, linkTarget, quotation);
    applyEdit(field, edit);
    if (command === 'link' && linkTarget !== '' && edit.insert.startsWith('[')) props.onLink?.();
  };

  return (
    <>
      <MarkdownToolbar controls={id} onCommand={run} {...(props.commandNames && { names: props.commandNames })}>
        {props.status}
      </MarkdownToolbar>
      <div class="write">
        <label class="vh" for={id}>
          {props.label}
        </label>
        <textarea
          class="commentary"
          id={id}
          ref={ref}
          dir="auto"
          // Firefox puts back at a reload what stood in a field of the page itself, which would look typed.
          autocomplete="off"
          defaultValue={props.initialValue}
          placeholder={props.placeholder}
          aria-describedby={props.describedBy}
          onInput={({ currentTarget }) => props.onInput(currentTarget.value, caretIn(currentTarget))}
          onScroll={({ currentTarget }) => {
            scrolled.current = currentTarget.scrollTop;
            if (document.activeElement === currentTarget) onCaret?.(caretIn(currentTarget));
          }}
          onKeyDown={(event) => {
            if (!hasCommand(event) || isComposing(event)) return;
            const command = commandOf(event);
            if (command === undefined) return;
            event.preventDefault();
            if (!event.repeat) run(command);
          }}
        />
      </div>
    </>
  );
}

function editFor(command: MarkdownCommand, selected: Selected, linkTarget: string, quotation: string): Edit {
  switch (command) {
    case 'bold':
    case 'italic':
      return toggleEmphasis(selected, command);
    case 'link':
      return linkTo(selected, linkTarget);
    case 'list':
      return toggleLines(selected, 'list');
    case 'quote': {
      // Selected words of the commentary are nearer to the hand than those of the page.
      const fromPage = quotation.trim() !== '' && selected.start === selected.end;
      return fromPage ? insertQuotation(selected, quotation) : toggleLines(selected, 'quote');
    }
  }
}
