import type { LearnedRule } from '../src/domain/learned.ts';
import { useSay } from '../src/ui/messages.tsx';

const NUMBER = new Intl.NumberFormat('en');

/** How sure a learned rule is: a meter, and the same in words. */
export function Evidence({ rule: { count, of } }: { rule: Pick<LearnedRule, 'count' | 'of'> }) {
  const say = useSay();
  return (
    <>
      <span class="bar" aria-hidden="true">
        <i style={{ inlineSize: `${Math.round((100 * count) / Math.max(1, of))}%` }} />
      </span>
      <span>
        {count === of
          ? say('styleEvidenceAll', NUMBER.format(of))
          : say('styleEvidence', NUMBER.format(count), NUMBER.format(of))}
      </span>
    </>
  );
}
