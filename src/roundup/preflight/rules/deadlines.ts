import type { Facts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { onHolder } from './on-holder.ts';
import { takeOut } from './take-out.ts';

/** Due dates that are over when readers get the issue: on its date, or today where that is later. */
export function deadlines({ holders, issue, today }: Facts): Finding[] {
  const out = issue.date > today ? issue.date : today;
  return holders.flatMap((holder) => {
    const { entry } = holder;
    if (entry === null || entry.dueOn === null || entry.dueOn >= out) return [];
    return [
      onHolder(holder, {
        kind: 'deadline',
        severity: 'fix',
        content: [entry.dueOn],
        detail: { why: entry.dueOn < today ? 'passed' : 'before-issue', date: entry.dueOn },
        repairs: [takeOut(entry)],
      }),
    ];
  });
}
