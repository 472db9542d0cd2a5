/** Names that Windows keeps for devices, whatever their extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A name as one word of a file name: lower case, no accents, only letters, digits and hyphens, at most 60 of them. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return DEVICE.test(slug) ? `${slug}-` : slug;
}

/** The file an issue is downloaded as, a name that every system takes: `roundup-field-notes-134.md`. */
export function issueFileName(newsletterName: string, issueNumber: number): string {
  return `${['roundup', slugOf(newsletterName), issueNumber].filter((part) => part !== '').join('-')}.md`;
}
