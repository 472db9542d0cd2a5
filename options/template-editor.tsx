import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { nameOf } from '../src/domain/entry.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import { read } from '../src/roundup/reading.ts';
import { isPrintedBy, type StyleSample } from '../src/roundup/try-style.ts';
import { useSay } from '../src/ui/messages.tsx';
import { ReadingBlocks } from '../src/ui/reading-blocks.tsx';
import { Segments } from '../src/ui/segments.tsx';
import { Compared } from './compared.tsx';
import { type Printing, TEMPLATE_PARTS, type TemplatePart } from './style-parts.ts';
import { TemplateFault } from './template-fault.tsx';
import { useTemplateDraft } from './use-template-draft.ts';
import { useTrial } from './use-trial.ts';
import { VisibleText } from './visible-text.tsx';

export interface TemplateEditorProps {
  newsletter: Newsletter;
  /** What the templates go back to. */
  before: Printing;
  /** A real issue, or an invented one. */
  sample: StyleSample;
  /** The issues on which the style can be shown, the newest first. */
  issues: readonly { id: string; number: number }[];
  onChooseIssue: (id: string) => void;
  onChange: (change: (printing: Printing) => Printing) => void;
}

/** The templates, one at a time, with what each prints. A wrong one stays in its field and is not used. */
export function TemplateEditor(props: TemplateEditorProps) {
  const { newsletter, before, issues, onChooseIssue, onChange } = props;
  const say = useSay();
  const field = useRef<HTMLTextAreaElement>(null);
  const [name, setName] = useState('headline');
  const [entryId, setEntryId] = useState('');
  const part = TEMPLATE_PARTS.find((one) => one.name === name) ?? (TEMPLATE_PARTS[0] as TemplatePart);
  const entries = props.sample.entries.filter((entry) => isPrintedBy(part.name, entry));
  const chosen = entries.find(({ id }) => id === entryId) ?? entries[0];
  const sample = useMemo(() => withFirst(props.sample, chosen?.id), [props.sample, chosen?.id]);
  const { text, write, use } = useTemplateDraft(`style:${newsletter.id}:${part.name}`, part.of(newsletter));
  const { markdown, fault, text: tried } = useTrial(newsletter, part, text, sample);
  useEffect(() => {
    if (tried === text && fault === null) use(() => onChange((now) => part.with(now, text)));
  }, [tried, text, fault, part]);
  const isChanged = part.of(newsletter) !== part.of(before);
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
      <div class="label">
        <label for="template">{say('styleTemplate')}</label>
        {isChanged && <span class="hint">{say('styleTemplateChanged')}</span>}
      </div>
      <textarea
        id="template"
        ref={field}
        class="input tpl"
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
        value={text}
        aria-invalid={fault !== null || undefined}
        aria-describedby="template-fault"
        onInput={({ currentTarget }) => write(currentTarget.value)}
      />
      <TemplateFault text={tried ?? text} fault={fault} field={field} />
      {(isChanged || text !== part.of(newsletter)) && (
        <button class="act" type="button" id="template-back" onClick={() => write(part.of(before))}>
          {say('styleBackTemplate')}
        </button>
      )}
      <div class="shown-on">
        {issues.length > 0 && (
          <select
            class="input"
            aria-label={say('styleShownIssue')}
            value={sample.issue.id}
            onChange={({ currentTarget }) => onChooseIssue(currentTarget.value)}
          >
            {issues.map(({ id, number }) => (
              <option key={id} value={id}>
                {say('styleIssueNumber', number)}
              </option>
            ))}
          </select>
        )}
        {entries.length > 1 && (
          <select
            class="input"
            aria-label={say('styleShownEntry')}
            value={chosen?.id}
            onChange={({ currentTarget }) => setEntryId(currentTarget.value)}
          >
            {entries.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {nameOf(entry)}
              </option>
            ))}
          </select>
        )}
      </div>
      <p class="label">{say('styleRendered')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key. */}
      <section class="print read" aria-label={say('styleRendered')} tabIndex={0}>
        <Rendered markdown={markdown} />
      </section>
      <p class="label">{say('styleMarkdown')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key. */}
      <section class="print md" aria-label={say('styleMarkdown')} tabIndex={0}>
        <VisibleText text={markdown.slice(0, SHOWN)} />
      </section>
      <Compared newsletter={newsletter} sample={props.sample} />
    </section>
  );
}

/** So much of it is drawn: an issue may be long, and this is to see the style. */
const SHOWN = 6000;

/** The sample with the entry that is to be shown before the others; where it prints is a matter of its rank. */
function withFirst(sample: StyleSample, id: string | undefined): StyleSample {
  const first = sample.entries.find((entry) => entry.id === id);
  return first === undefined
    ? sample
    : { ...sample, entries: [first, ...sample.entries.filter((entry) => entry !== first)] };
}

function Rendered({ markdown }: { markdown: string }) {
  const blocks = useMemo(() => read(markdown.slice(0, SHOWN)), [markdown]);
  return <ReadingBlocks blocks={blocks} />;
}
