import { isPlainDate, type PlainDate } from '../src/domain/plain-date.ts';
import { daysUntil, nameDay } from '../src/ui/day-names.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';

export interface DueFieldProps {
  value: PlainDate | null;
  /** A day that the page names; null: none. It is offered, never filled in. */
  offered: PlainDate | null;
  today: PlainDate;
  onChange: (date: PlainDate | null) => void;
}

/** Until when a listing is open. */
export function DueField({ value, offered, today, onChange }: DueFieldProps) {
  const say = useSay();
  const days = value === null ? null : daysUntil(value, today);
  return (
    <div class="dates">
      <label for="due">{say('popupDue')}</label>
      <input
        class="input"
        id="due"
        type="date"
        value={value ?? ''}
        onInput={({ currentTarget }) => onChange(isPlainDate(currentTarget.value) ? currentTarget.value : null)}
      />
      {offered !== null && offered !== value && (
        <button class="act act-in" type="button" id="take-due" onClick={() => onChange(offered)}>
          {say('popupDueOffered', nameDay(offered, today))}
        </button>
      )}
      {days !== null && (
        <span class="hint">
          {days < 0 ? say('popupDuePast') : days === 0 ? say('popupDueToday') : sayCount(say, 'popupDueIn', days)}
        </span>
      )}
    </div>
  );
}
