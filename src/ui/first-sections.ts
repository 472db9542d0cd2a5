import type { Shape } from '../domain/shape.ts';
import type { Say } from './messages.tsx';

/** What a first newsletter begins with: enough to save into at once; each can be renamed, moved and removed. */
export function firstSections(say: Say): { name: string; shape: Shape }[] {
  return [
    { name: say('uiFirstSectionArticles'), shape: 'headline' },
    { name: say('uiFirstSectionTools'), shape: 'headline' },
    { name: say('uiFirstSectionEvents'), shape: 'listing' },
    { name: say('uiFirstSectionOdds'), shape: 'one-liner' },
  ];
}
