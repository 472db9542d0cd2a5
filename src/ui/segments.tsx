export interface Segment<Value extends string> {
  value: Value;
  label: string;
}

export interface SegmentsProps<Value extends string> {
  /** Of the radio buttons; unique on the page. */
  name: string;
  options: readonly Segment<Value>[];
  value: Value;
  onChoose: (value: Value) => void;
  /** The name of the group, or the id of the element that names it. */
  label?: string;
  labelledBy?: string;
}

/** One of a few: radio buttons that look like one control. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  return (
    <div class="seg" role="radiogroup" aria-label={props.label} aria-labelledby={props.labelledBy}>
      {props.options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChoose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
