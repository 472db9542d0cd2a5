import type { Candidates } from './use-candidates.ts';

export interface CandidateListProps {
  id: string;
  candidates: Candidates;
  /** What is asked. */
  question: string;
  options: readonly { text: string; hint: string }[];
  note?: string;
}

/** What a field could hold, each with where it stands in the page; the focus stays in the field. */
export function CandidateList({ id, candidates, question, options, note }: CandidateListProps) {
  return (
    <div class="float cands" id={`${id}-box`}>
      <p class="hint" id={`${id}-label`}>
        {question}
      </p>
      <div role="listbox" id={id} aria-labelledby={`${id}-label`}>
        {options.map(({ text, hint }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field, which has the focus, takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
          <div
            key={text}
            role="option"
            class="opt"
            id={`${id}-${index}`}
            aria-selected={index === candidates.at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              candidates.pick(index);
              candidates.hide();
            }}
          >
            <kbd>{index + 1}</kbd>
            <span dir="auto">
              {text}
              <br />
              <span class="hint">{hint}</span>
            </span>
          </div>
        ))}
      </div>
      {note && <p class="hint">{note}</p>}
    </div>
  );
}
