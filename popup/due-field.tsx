import { isPlainDate, type PlainDate } from '../src/domain/plain-date.ts';
import { daysUntil } from '../src/ui/day-names.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';

export interface DueFieldProps {
  value: PlainDate | null;
  today: PlainDate;
  onChange: (date: PlainDate | null) => void;
}

/** Until when a listing is open. */
export function DueField({ value, today, onChange }: DueFieldProps) {
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
      {days !== null && (
        <span class="hint">
          {days < 0 ? say('popupDuePast') : days === 0 ? say('popupDueToday') : sayCount(say, 'popupDueIn', days)}
        </span>
      )}
    </div>
  );
}
