import type { LearnedRule } from '../domain/learned.ts';
import type { DatedIssue } from './learn-frame.ts';
import { usualOf } from './usual.ts';

/** `[79](address)`, with a number sign inside or before it, perhaps in brackets of its own. */
const REFERENCE = /([([]?)((?:#|issue |Issue )?)\[((?:#|issue |Issue )?)(\d{1,5})\]\((https?:\/\/[^\s)]+)\)([)\]]?)/g;

interface Reference {
  /** How it is written, as Liquid. */
  form: string;
  /** The address, as Liquid of the number. */
  address: string;
}

/** How the house refers back to its own issues, and the address that their pages have; empty where it does not. */
export function learnReferences(issues: readonly DatedIssue[]): {
  reference: string | null;
  issueAddress: string;
  rules: LearnedRule[];
} {
  const found = issues.flatMap(({ issue, facts }) => {
    const texts = [
      issue.letter,
      ...issue.sections.flatMap(({ intro, entries }) => [intro, ...entries.map((one) => one.commentary)]),
    ];
    return texts.flatMap((text) => referencesIn(text, facts.number));
  });
  const address = usualOf(found.map((one) => one.address));
  // Numbered links lead elsewhere, too: only those to the house's own pages are references.
  if (address === null || address.count < 2 || address.count <= address.of / 2) {
    return { reference: null, issueAddress: '', rules: [] };
  }
  const own = usualOf(found.filter((one) => one.address === address.value).map(({ form }) => form));
  const rules = [{ name: 'issueAddress', ...address }, ...(own === null ? [] : [{ name: 'reference', ...own }])];
  return { reference: own?.value ?? null, issueAddress: address.value, rules };
}

function referencesIn(text: string, current: number): Reference[] {
  return [...text.matchAll(REFERENCE)].flatMap((match) => {
    const [, open = '', outside = '', inside = '', number = '', target = '', close = ''] = match;
    const address = numbered(target, number);
    if (address === null || Number(number) >= current) return [];
    const isWrapped = `${open}${close}` === '()' || `${open}${close}` === '[]';
    const link = `${outside}[${inside}{{ issue.number }}]({{ issue.address }})`;
    return [{ form: isWrapped ? open + link + close : link, address }];
  });
}

/** The address with its number as Liquid, padded as it is there; null where the number is not in it. */
function numbered(address: string, number: string): string | null {
  const found = new RegExp(`(?<!\\d)0*${number}(?!\\d)(?!.*\\d)`).exec(address);
  if (found === null) return null;
  const width = found[0].length;
  const zeros = '0'.repeat(width);
  const liquid =
    found[0] === number && !number.startsWith('0') && width < 4
      ? '{{ issue.number }}'
      : `{{ issue.number | prepend: "${zeros}" | slice: -${width}, ${width} }}`;
  return address.slice(0, found.index) + liquid + address.slice(found.index + width);
}
