import { useState } from 'preact/hooks';
import type { LearnedRule } from '../src/domain/learned.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { Evidence } from './evidence.tsx';
import { GlueField } from './glue-field.tsx';
import { KeptField } from './kept-field.tsx';
import type { StylePart } from './style-parts.ts';
import { useReturnFocus } from './use-return-focus.ts';
import { toVisible } from './visible-space.ts';

export interface StyleRuleProps {
  part: StylePart;
  value: string;
  /** What it goes back to: as it was learned, or as every newsletter begins. */
  before: string;
  /** Its evidence; undefined: nothing was learned about it. */
  rule: LearnedRule | undefined;
  onChange: (value: string) => void;
}

const NUMBER = new Intl.NumberFormat('en');

/** So many other ways are offered: the rest are slips. */
const MOST_OTHERS = 4;

/** One rule of the house: what it is, how sure that is, what else was seen, and its change in place. */
export function StyleRule({ part, value, before, rule, onChange }: StyleRuleProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const change = useReturnFocus(open);
  const label = say(part.label);
  const named = (text: string) => {
    const option = part.options?.find((one) => one.value === text);
    if (option !== undefined) return say(option.label);
    if (text === '' && part.kind === 'number') return say('styleNever');
    return text === '' ? say('styleNothing') : toVisible(text).replaceAll('\n', '');
  };
  const others = (rule?.others ?? []).filter((one) => one.value !== value).slice(0, MOST_OTHERS);
  const id = `part-${part.name}`;
  return (
    <div class="rule" data-part={part.name}>
      <h4>{label}</h4>
      <code class="val">{named(value)}</code>
      <div class="ev">
        {rule !== undefined && <Evidence rule={rule} />}
        {value !== before && <span class="changed">{say('styleChanged', named(before))}</span>}
        <button class="act" type="button" ref={change} aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'styleDone' : 'styleChange')} <span class="vh">{label}</span>
        </button>
        {others.length > 0 && !open && (
          <span class="ev-others">
            {say('styleOthers')}{' '}
            {others.map(({ value: other, count }) => (
              <span key={other}>
                <code>{named(other)}</code> {NUMBER.format(count)}{' '}
              </span>
            ))}
          </span>
        )}
      </div>
      {open && (
        <div class="rule-edit">
          {part.kind === 'space' && <GlueField id={id} label={label} value={value} onChange={onChange} />}
          {part.kind === 'number' && (
            <KeptField id={id} class="input num" inputMode="numeric" label={label} value={value} onKeep={onChange} />
          )}
          {part.options && (
            <select
              id={id}
              class="input"
              aria-label={label}
              value={value}
              onChange={({ currentTarget }) => onChange(currentTarget.value)}
            >
              {part.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {say(option.label)}
                </option>
              ))}
            </select>
          )}
          <div class="inline">
            {part.options === undefined &&
              others.map(({ value: other, count }) => (
                <button key={other} class="btn btn-sm" type="button" onClick={() => onChange(other)}>
                  <code>{named(other)}</code> <span class="hint">{sayCount(say, 'styleTimes', count)}</span>
                </button>
              ))}
            {value !== before && (
              <button class="btn btn-sm" type="button" data-back onClick={() => onChange(before)}>
                {say('styleBack')}
              </button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
