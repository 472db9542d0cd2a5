import type { Newsletter } from '../src/domain/newsletter.ts';
import { useSay } from '../src/ui/messages.tsx';
import { KeptField } from './kept-field.tsx';

type Rhythm = Newsletter['rhythm'];

// 2 January 2022 was a Sunday.
const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
const WEEKDAYS = Array.from({ length: 7 }, (_, day) => WEEKDAY.format(Date.UTC(2022, 0, 2 + day)));

/** From Monday, as calendars of newsletters are read. */
const ORDER = [1, 2, 3, 4, 5, 6, 0];

export interface RhythmRowProps {
  rhythm: Rhythm;
  /** Takes a change and not a rhythm: what was changed a moment ago may not be shown yet. */
  onChange: (change: (rhythm: Rhythm) => Rhythm) => void;
}

/** When issues go out and close. */
export function RhythmRow({ rhythm, onChange }: RhythmRowProps) {
  const say = useSay();
  const { weekday, closes } = rhythm;
  return (
    <div class="row">
      <span class="label" id="rhythm">
        {say('optionsRhythm')}
      </span>
      <div>
        <fieldset class="inline" aria-labelledby="rhythm" aria-describedby="rhythm-hint">
          <span>{say('optionsGoesOut')}</span>
          <Weekday
            label={say('optionsDayOut')}
            value={weekday}
            onChoose={(day) => onChange((now) => ({ ...now, weekday: day }))}
          />
          <span>{say('optionsCloses')}</span>
          <Weekday
            label={say('optionsDayCloses')}
            value={closes.weekday}
            onChoose={(day) => onChange((now) => ({ ...now, closes: { ...now.closes, weekday: day } }))}
          />
          <span>{say('optionsAt')}</span>
          <KeptField
            class="input"
            type="time"
            label={say('optionsTimeCloses')}
            value={closes.time}
            refuse={(text) => (/^\d{2}:\d{2}$/.test(text) ? null : say('optionsTimeOnly'))}
            onKeep={(time) => onChange((now) => ({ ...now, closes: { ...now.closes, time } }))}
          />
        </fieldset>
        <p class="hint" id="rhythm-hint">
          {say('optionsRhythmHint')}
        </p>
      </div>
    </div>
  );
}

function Weekday({ label, value, onChoose }: { label: string; value: number; onChoose: (day: number) => void }) {
  return (
    <select
      class="select"
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
    >
      {ORDER.map((day) => (
        <option key={day} value={day}>
          {WEEKDAYS[day]}
        </option>
      ))}
    </select>
  );
}
