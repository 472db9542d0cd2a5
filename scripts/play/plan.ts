import type { Shape } from '../../src/domain/shape.ts';
import { parseIssue } from '../../src/roundup/parse-issue.ts';
import type { ParsedEntry, ParsedLink } from '../../src/roundup/parsed-issue.ts';
import { readLinks } from '../../src/roundup/read-links.ts';
import { SAMPLES } from './sample-pages.ts';
import type { WebPage } from './web-page.ts';

/** One entry as an editor saves it: which page is opened, and what is chosen and typed in the popup. */
export interface Step {
  /** The page that is opened; for a note, any page. */
  address: string;
  page: WebPage;
  /** A note is saved without the page's address. */
  isNote: boolean;
  section: string;
  shape: Shape;
  title: string;
  /** As it must stand in the field, in Markdown. */
  byline: string;
  /** What is typed: the commentary with the words of the page's link still bare. */
  typed: string;
  /** The words in `typed` that one key turns into the link, by their offsets; null: a headline carries it. */
  words: { start: number; end: number } | null;
}

/** What is played: the entries, and what their printing must equal (null: nothing to compare with). */
export interface Plan {
  newsletter: string;
  steps: Step[];
  expected: string | null;
  /** Sections of the issue that are not played, by name. */
  leftOut: string[];
}

/** The plan of the sample pages, served under `origin`. */
export function planOfSamples(origin: string): Plan {
  const steps = SAMPLES.map((sample): Step => {
    const start = sample.words === '' ? -1 : sample.commentary.indexOf(sample.words);
    return {
      address: origin + sample.path,
      page: sample,
      isNote: false,
      section: sample.section,
      shape: sample.shape,
      title: sample.title,
      byline: [sample.author, sample.outlet].filter(Boolean).join(', '),
      typed: sample.commentary,
      words: start < 0 ? null : { start, end: start + sample.words.length },
    };
  });
  return { newsletter: 'Small Findings', steps, expected: null, leftOut: [] };
}

/**
 * The plan of a past issue: its sections up to the first one that holds no links of the web or only listings (the
 * sign-off and the jobs of an issue are not a roundup).
 */
export function planOfIssue(markdown: string): Plan {
  const issue = parseIssue(markdown);
  const isRoundup = (entries: readonly ParsedEntry[]) =>
    entries.some((entry) => entry.shape !== 'listing' && entry.links.some(isWeb));
  const firstOther = issue.sections.findIndex((section) => !isRoundup(section.entries));
  const played = firstOther < 0 ? issue.sections : issue.sections.slice(0, firstOther);
  const first = played[0];
  const last = played.at(-1);
  if (first === undefined || last === undefined) throw new Error('The issue has no section with links in it.');
  const steps = played.flatMap((section) => {
    const page = section.entries.flatMap((entry) => entry.links).find(isWeb);
    const intro = section.intro === '' || page === undefined ? [] : [noteStep(section.name, section.intro, page)];
    return [...intro, ...section.entries.map((entry) => entryStep(section.name, entry))];
  });
  return {
    newsletter: issue.heading.replace(/\s*#\d+.*$/, '') || 'Newsletter',
    steps,
    expected: markdown.slice(first.start, last.end),
    leftOut: issue.sections.slice(played.length).map((section) => section.name),
  };
}

const isWeb = (link: ParsedLink) => /^https?:/.test(link.address);

function noteStep(section: string, text: string, link: ParsedLink): Step {
  const page = pageOf(link);
  return {
    address: link.address,
    page,
    isNote: true,
    section,
    shape: 'one-liner',
    title: page.title,
    byline: '',
    typed: text,
    words: null,
  };
}

function entryStep(section: string, entry: ParsedEntry): Step {
  const link = entry.links.find(isWeb);
  if (link === undefined) throw new Error(`An entry of “${section}” has no link: ${entry.commentary.slice(0, 60)}`);
  const page = pageOf(link);
  const step = { address: link.address, page, isNote: false, section, shape: entry.shape, title: link.text };
  if (entry.shape === 'headline') return { ...step, byline: link.byline, typed: entry.commentary, words: null };
  const inText = readLinks(entry.commentary).find((found) => found.address === link.address);
  if (inText === undefined) throw new Error(`The link of an entry does not read back: ${link.address}`);
  const start = inText.start;
  const typed = entry.commentary.slice(0, start) + link.title + entry.commentary.slice(inText.end);
  return { ...step, byline: '', typed, words: { start, end: start + link.title.length } };
}

/** The page behind a link: its metadata say the title and byline, as plain text. */
function pageOf(link: ParsedLink): WebPage {
  const byline = link.byline.replace(/[*_]/g, '');
  const comma = byline.lastIndexOf(', ');
  const [author, outlet] = comma < 0 ? [byline, ''] : [byline.slice(0, comma), byline.slice(comma + 2)];
  return { title: link.text, author, outlet, text: `This page stands in for ${link.address}.` };
}
