import { blankEntry, type Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import type { Link } from '../src/domain/link.ts';
import { linkToTab } from '../src/domain/link.ts';
import { beginNewsletter, type Newsletter } from '../src/domain/newsletter.ts';

// Whole records of which a test names only what it is about.

/** A newsletter called Small Findings with the sections Articles (headline) and Odds (one-liner), and its issue 1. */
export function aNewsletter(): { newsletter: Newsletter; issue: Issue; articles: string; odds: string } {
  let ids = 0;
  const { newsletter, issue } = beginNewsletter({
    name: 'Small Findings',
    language: 'en',
    sections: [
      { name: 'Articles', shape: 'headline' },
      { name: 'Odds', shape: 'one-liner' },
    ],
    today: '2026-11-22',
    now: 1_000,
    newId: () => `id-${++ids}`,
  });
  const [articles, odds] = newsletter.sections;
  return { newsletter, issue, articles: articles?.id ?? '', odds: odds?.id ?? '' };
}

export function aLink(fields: Partial<Link> & { address: string }): Link {
  return { ...linkToTab({ address: fields.address, title: fields.title ?? '' }), ...fields };
}

export function anEntry(fields: Partial<Entry> & { id: string }): Entry {
  const kept = { newsletterId: 'id-1', state: 'kept', rank: 'a0', savedAt: 1_000 } as const;
  return { ...blankEntry(fields.id, 1_000), ...kept, ...fields };
}
