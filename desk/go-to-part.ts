import type { Finding } from '../src/roundup/preflight/finding.ts';

/** Shows the section or the text of the frame that a finding is about, and gives it the focus. */
export function goToPart({ part, sectionId }: Pick<Finding, 'part' | 'sectionId'>): void {
  const place =
    sectionId === null
      ? document.getElementById(part ?? '')
      : document.querySelector(`[data-section="${CSS.escape(sectionId)}"]`);
  if (!(place instanceof HTMLElement)) return;
  place.scrollIntoView({ block: 'center' });
  if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
