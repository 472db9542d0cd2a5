import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { HouseStyle } from '../src/domain/house-style.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import { read } from '../src/roundup/reading.ts';
import { reprinted, type StyleSample, type Trial, tryStyle } from '../src/roundup/try-style.ts';
import { wordDiff } from '../src/roundup/word-diff.ts';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { ReadingBlocks } from '../src/ui/reading-blocks.tsx';
import { Segments } from '../src/ui/segments.tsx';
import { TEMPLATE_PARTS, type TemplatePart } from './style-parts.ts';
import { toVisible } from './visible-space.ts';

export interface TemplateEditorProps {
  newsletter: Newsletter;
  /** What the templates go back to. */
  before: HouseStyle;
  /** A real issue, or an invented one. */
  sample: StyleSample;
  onChange: (change: (style: HouseStyle) => HouseStyle) => void;
}

/** A template may be this long, in UTF-16 units. */
const LONGEST = 20_000;

/** The templates, one at a time, with what each prints. A wrong one stays in its field and is not used. */
export function TemplateEditor({ newsletter, before, sample, onChange }: TemplateEditorProps) {
  const say = useSay();
  const [name, setName] = useState('headline');
  const part = TEMPLATE_PARTS.find((one) => one.name === name) ?? (TEMPLATE_PARTS[0] as TemplatePart);
  const { style } = newsletter;
  const [text, setText] = useDraft(`style:${newsletter.id}:${part.name}`, part.of(style));
  const attempt = useAttempt(newsletter, sample);
  const trial = attempt(part, text);
  const used = useMemo(() => tryStyle(style, part.name, newsletter, sample), [part, style, newsletter, sample]);
  const markdown = trial.markdown ?? used.markdown ?? '';
  const write = (next: string) => {
    const trimmed = next.slice(0, LONGEST);
    setText(trimmed);
    if (attempt(part, trimmed).fault === null) {
      onChange((now) => part.with(now, trimmed));
    }
  };
  return (
    <section class="live" aria-labelledby="what-it-prints">
      <h3 id="what-it-prints">{say('stylePrints')}</h3>
      <Segments
        name="template"
        label={say('styleTemplate')}
        value={part.name}
        options={TEMPLATE_PARTS.map((one) => ({ value: one.name, label: say(one.label) }))}
        onChoose={setName}
      />
      <label class="label" for="template">
        {say('styleTemplate')}
        {part.of(style) !== part.of(before) && <span class="hint">{say('styleTemplateChanged')}</span>}
      </label>
      <textarea
        id="template"
        class="input tpl"
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
        value={text}
        aria-invalid={trial.fault !== null || undefined}
        aria-describedby="template-fault"
        onInput={({ currentTarget }) => write(currentTarget.value)}
      />
      <p class="problem" id="template-fault" role="alert">
        {trial.fault !== null && (
          <>
            <Icon name="stop" />{' '}
            {trial.fault.line > 0
              ? say('styleFaultAt', trial.fault.line, trial.fault.column, trial.fault.reason)
              : say('styleFault', trial.fault.reason)}
          </>
        )}
      </p>
      {(part.of(style) !== part.of(before) || trial.fault !== null) && (
        <button class="act" type="button" id="template-back" onClick={() => write(part.of(before))}>
          {say('styleBackTemplate')}
        </button>
      )}
      <p class="label">{say('styleRendered')}</p>
      <section class="print read" aria-label={say('styleRendered')}>
        <Rendered markdown={markdown} />
      </section>
      <p class="label">{say('styleMarkdown')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key. */}
      <section class="print md" aria-label={say('styleMarkdown')} tabIndex={0}>
        {toVisible(markdown)}
      </section>
      <Compared newsletter={newsletter} sample={sample} />
    </section>
  );
}

/** Tries a template, and the same one only once: one that never ends costs a second each time. */
function useAttempt(newsletter: Newsletter, sample: StyleSample) {
  const last = useRef<{ asked: readonly unknown[]; trial: Trial } | null>(null);
  return (part: TemplatePart, text: string): Trial => {
    const asked = [part, text, newsletter.style, sample];
    if (last.current === null || asked.some((one, at) => one !== last.current?.asked[at])) {
      last.current = { asked, trial: tryStyle(part.with(newsletter.style, text), part.name, newsletter, sample) };
    }
    return last.current.trial;
  };
}

/** What is typed into a template, kept as it is until it can be used. */
function useDraft(key: string, value: string): [string, (text: string) => void] {
  const [drafts, setDrafts] = useState<Record<string, string>>({});
  useEffect(() => {
    const kept = localStorage.getItem(key);
    if (kept !== null) setDrafts((all) => ({ ...all, [key]: kept }));
  }, [key]);
  // What was used has come back as the style's own, and needs no draft any more.
  useEffect(() => {
    if (drafts[key] === value) localStorage.removeItem(key);
  }, [drafts, key, value]);
  const set = (text: string) => {
    localStorage.setItem(key, text);
    setDrafts((all) => ({ ...all, [key]: text }));
  };
  return [drafts[key] ?? value, set];
}

/** So much of it is drawn: an issue may be long, and this is to see the style. */
const SHOWN = 6000;

function Rendered({ markdown }: { markdown: string }) {
  const blocks = useMemo(() => read(markdown.slice(0, SHOWN)), [markdown]);
  return <ReadingBlocks blocks={blocks} />;
}

/** Whether a published issue, printed again with this style, is what went out. */
function Compared({ newsletter, sample }: { newsletter: Newsletter; sample: StyleSample }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const again = useMemo(() => reprinted(newsletter.style, newsletter, sample), [newsletter, sample]);
  if (again === null) return null;
  const { number } = sample.issue;
  if (again.was === again.is) {
    return (
      <p class="ok" id="compared">
        <Icon name="check" />
        {say('styleEqual', number)}
      </p>
    );
  }
  const pieces = wordDiff(again.was, again.is);
  const places = pieces.filter(({ kind }, at) => kind !== 'same' && pieces[at - 1]?.kind !== 'was').length;
  return (
    <>
      <p class="ok" id="compared">
        <Icon name="warn" />
        {sayCount(say, 'styleDiffers', places, number)}{' '}
        <button class="act act-in" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say('styleCompare')}
        </button>
      </p>
      {open && (
        <section class="print md" aria-label={say('styleCompare')}>
          {pieces.map((piece, at) => {
            if (piece.kind === 'was') return <del key={at}>{toVisible(piece.text)}</del>;
            if (piece.kind === 'is') return <ins key={at}>{toVisible(piece.text)}</ins>;
            return piece.text.length > 80 ? `${piece.text.slice(0, 40)} … ${piece.text.slice(-40)}` : piece.text;
          })}
        </section>
      )}
    </>
  );
}
