import type { Shape } from '../domain/shape.ts';
import type { Say } from './messages.tsx';

/** What a first newsletter begins with: enough to save into at once; each can be renamed, moved and removed. */
export function firstSections(say: Say): { name: string; shape: Shape }[] {
  return [
    { name: say('popupSectionArticles'), shape: 'headline' },
    { name: say('popupSectionTools'), shape: 'headline' },
    { name: say('popupSectionEvents'), shape: 'listing' },
    { name: say('popupSectionJobs'), shape: 'listing' },
    { name: say('popupSectionOdds'), shape: 'one-liner' },
  ];
}
