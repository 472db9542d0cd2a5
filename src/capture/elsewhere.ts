/** Parts of a page in which other people write: those who answer, comment or review, and other articles; and its pictures. */
const ELSEWHERE =
  'nav, footer, aside, [itemprop~="acceptedAnswer" i], [itemprop~="suggestedAnswer" i], [itemprop~="review" i], [itemprop~="comment" i], [itemtype*="ImageObject" i], [class*="comment" i], [id*="comment" i], [class*="related" i], [class*="recommend" i], [class*="sidebar" i], [class*="teaser" i]';

/** Whether an element stands in comments or teasers; a layout that is called so because it has a sidebar is not meant. */
export function isElsewhere(element: Element): boolean {
  const part = element.closest(ELSEWHERE);
  return part !== null && part.localName !== 'body' && part.querySelector('h1') === null;
}
