import type { Reading } from '../src/browser/read-tab.ts';
import type { ReadingTab } from '../src/browser/tabs.ts';
import { addressOfPage } from '../src/domain/canonical.ts';
import type { Caret, Entry, TouchedField } from '../src/domain/entry.ts';
import { DEFAULT_BYLINE } from '../src/domain/house-style.ts';
import { type Link, linkToTab, withAddress } from '../src/domain/link.ts';
import { sectionsOf } from '../src/domain/newsletter.ts';
import type { Outlet } from '../src/domain/outlet.ts';
import type { Shape } from '../src/domain/shape.ts';
import { isWebAddress } from '../src/domain/web-address.ts';
import { bylinesOf, type Proposal } from '../src/roundup/house-byline.ts';
import type { Work } from '../src/storage/newsletters.ts';
import { canBeLinked, pageKey, tabTitle } from './page-key.ts';

/** What is known so far of the page and of the newsletter; undefined: not yet. */
export interface Facts {
  tab: ReadingTab | null | undefined;
  reading: Reading | undefined;
  work: Work | undefined;
  /** What the editor corrected for the page's site. */
  outlet: Outlet | undefined;
  /** Ids of the sections used last. */
  recent: readonly string[];
}

/** The fields that were edited in this popup. Only they are laid over what the database holds. */
export interface Edits {
  commentary?: string;
  title?: string;
  byline?: string;
  /** Empty: the entry is a note. */
  address?: string;
  sectionId?: string;
  shape?: Shape;
  issueId?: string | null;
  dueOn?: string | null;
  caret?: Caret;
  /** The links behind the first. */
  others?: Link[];
}

/**
 * The entry as it is now: what the database holds (or a blank one), filled with what page and newsletter suggest, and
 * over both what was edited here. A touched field is sacred: no suggestion reaches it. What was saved once is taken as
 * the editor's own in every field.
 */
export function compose(base: Entry, facts: Facts, edits: Edits): Entry {
  const touched = touchedFields(base, edits);
  const filled = base.state === 'kept' ? base : withPage(base, facts);
  const belongsTo = newsletterOf(filled, facts);
  // Sections and issue are those of one newsletter: a kept entry of another one stays where it is.
  if (facts.work !== undefined && belongsTo !== facts.work.newsletter.id) {
    const { sectionId: _, issueId: __, ...others } = edits;
    return compose(base, { ...facts, work: undefined }, others);
  }
  const sectionId = sectionOf(filled, facts, edits);
  return {
    ...filled,
    newsletterId: belongsTo,
    touched,
    links: linksOf(filled, facts, edits),
    sectionId,
    shape: edits.shape ?? usualShape(filled, sectionId, facts, edits),
    issueId: edits.issueId !== undefined ? edits.issueId : destinationOf(filled, facts),
    commentary: edits.commentary ?? filled.commentary,
    dueOn: edits.dueOn !== undefined ? edits.dueOn : filled.dueOn,
    caret: edits.caret ?? filled.caret,
  };
}

const TOUCHES = {
  title: 'title',
  byline: 'byline',
  address: 'address',
  sectionId: 'section',
  shape: 'shape',
  issueId: 'destination',
} as const satisfies Partial<Record<keyof Edits, TouchedField>>;

function touchedFields(base: Entry, edits: Edits): TouchedField[] {
  const now = Object.entries(TOUCHES).flatMap(([edit, field]) => (edit in edits ? [field] : []));
  return [...new Set([...base.touched, ...now])];
}

/** The draft with its link as tab and page show it, where the editor has not had a say. */
function withPage(entry: Entry, facts: Facts): Entry {
  const { tab, reading } = facts;
  if (tab === undefined) return entry;
  const page = entry.page ?? pageKey(tab);
  const links =
    entry.links.length === 0 && !entry.touched.includes('address') && canBeLinked(tab)
      ? [linkToTab({ ...tab, title: tabTitle(tab) })]
      : entry.links;
  const [link, ...others] = links;
  if (link === undefined || page !== pageKey(tab) || reading?.outcome !== 'read') return { ...entry, page, links };
  const { capture } = reading;
  const { address } = addressOfPage(tab?.address ?? link.original, capture.canonical);
  const read: Link = {
    ...(entry.touched.includes('address') ? link : withAddress(link, address)),
    title: entry.touched.includes('title') ? link.title : capture.title,
    byline: entry.touched.includes('byline') ? link.byline : (bylineProposals(facts)[0]?.byline ?? ''),
    capture,
  };
  return { ...entry, page, links: [read, ...others] };
}

/** The bylines the page could have, the one to propose first; none before the page has been read. */
export function bylineProposals({ reading, work, outlet }: Facts): Proposal[] {
  if (reading?.outcome !== 'read') return [];
  return bylinesOf(reading.capture, work?.newsletter.style.byline ?? DEFAULT_BYLINE, outlet);
}

/** The titles the page could have: the one to propose, what other parts of it say, and the whole one with its site. */
export function titleProposals({ reading }: Facts): string[] {
  if (reading?.outcome !== 'read') return [];
  const { title, rawTitle = '', evidence } = reading.capture;
  return [...new Set([title, ...(evidence?.title?.others ?? []), rawTitle])].filter((one) => one !== '');
}

function linksOf(entry: Entry, { tab }: Facts, edits: Edits): Link[] {
  const [link, ...before] = entry.links;
  const others = edits.others ?? before;
  if (edits.address === '') return others;
  if (link === undefined && edits.address === undefined) return others;
  const own = link ?? { ...linkToTab({ address: '', title: tab ? tabTitle(tab) : '' }) };
  const placed =
    edits.address === undefined ? own : { ...withAddress(own, edits.address), original: own.original || edits.address };
  return [
    {
      ...placed,
      ...(edits.title !== undefined && { title: edits.title }),
      ...(edits.byline !== undefined && { byline: edits.byline }),
    },
    ...others,
  ];
}

/** A draft goes where the page says that it works; what is kept has its newsletter. */
function newsletterOf(entry: Entry, { work }: Facts): string {
  const current = work?.newsletter.id ?? '';
  return entry.state === 'kept' ? entry.newsletterId || current : current || entry.newsletterId;
}

/** The entry's own section, else the one chosen last for its site, else the one used last, else the first; a kept entry stays even where its own was removed. */
function sectionOf(entry: Entry, { work, recent, outlet }: Facts, edits: Edits): string | null {
  if (entry.state === 'kept' && edits.sectionId === undefined) return entry.sectionId;
  if (work === undefined) return edits.sectionId ?? entry.sectionId;
  const inUse = sectionsOf(work.newsletter, work.issue?.id);
  const candidates = [edits.sectionId, entry.sectionId, outlet?.sectionId, ...recent, inUse[0]?.id];
  return candidates.find((id) => inUse.some((section) => section.id === id)) ?? null;
}

/** The shape of the section, unless the editor has chosen one or saved the entry with one. */
function usualShape(entry: Entry, sectionId: string | null, { work }: Facts, edits: Edits): Shape {
  const settled = entry.touched.includes('shape') || (entry.state === 'kept' && edits.sectionId === undefined);
  const section = work?.newsletter.sections.find(({ id }) => id === sectionId);
  return settled ? entry.shape : (section?.shape ?? entry.shape);
}

/** The open issue, unless the editor has chosen the backlog; a kept entry stays where it is. */
function destinationOf(entry: Entry, { work }: Facts): string | null {
  if (work === undefined || entry.state === 'kept') return entry.issueId;
  const backlog = entry.touched.includes('destination') && entry.issueId === null;
  return backlog ? null : (work.issue?.id ?? null);
}

/**
 * The title the page turns out to have although the editor has already given another; null: none to offer. One that
 * was known when the editor last wrote is not offered again.
 */
export function lateTitle(base: Entry, facts: Facts, composed: Entry): string | null {
  if (facts.reading?.outcome !== 'read' || !composed.touched.includes('title')) return null;
  // The entry may be about another page than the one that was read.
  if (composed.page !== null && facts.tab !== undefined && composed.page !== pageKey(facts.tab)) return null;
  const { title } = facts.reading.capture;
  return title === '' || title === base.links[0]?.capture?.title ? null : title;
}

/** What the title field shows; the title of a note is not kept, but serves as soon as an address is given. */
export function shownTitle(entry: Entry, facts: Facts, edits: Edits): string {
  return entry.links[0]?.title ?? edits.title ?? (facts.tab ? tabTitle(facts.tab) : '');
}

/** Whether anything would be lost if the entry were not saved. */
export function isEmpty(entry: Pick<Entry, 'links' | 'commentary'>): boolean {
  return entry.links.length === 0 && entry.commentary.trim() === '';
}

/** Whether readers can follow the address. */
export function canBeFollowed(address: string): boolean {
  return isWebAddress(address) || /^mailto:\S+@\S+$/i.test(address);
}
