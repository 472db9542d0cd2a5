import type { HouseStyle, OwnGlue } from '../domain/house-style.ts';

/**
 * What stands before an entry that does not say so itself: a bullet, a number, nothing.
 *
 * @param isText whether its words carry its links, or it has none: houses put bullets before links alone, too.
 * @param section the glue of its section, which goes before that of the style.
 */
export function leadOf(isText: boolean, style: HouseStyle['glue'], section: OwnGlue = {}): string {
  const lead = section.lead ?? style.lead;
  return isText ? (section.textLead ?? style.textLead ?? lead) : lead;
}
