/** What would break a line or turn its direction, and halves of characters. */
const BREAKING = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+/gu;

/** What nobody sees: soft hyphens, spaces without width. Joiners stay: scripts and emoji are written with them. */
const UNSEEN = /[\u00ad\u200b\ufeff]/g;

/** Text on one line without control characters, cut to a length in UTF-16 units. */
export function line(text: string | null | undefined, length: number): string {
  const start = (text ?? '').slice(0, length * 4);
  const clean = start.replace(UNSEEN, '').replace(BREAKING, ' ').trim();
  return clean.slice(0, length).replace(/[\p{Cs}\s]+$/u, '');
}
