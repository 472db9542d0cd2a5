import * as z from 'zod/mini';
import { addressKey, addressToPrint, withoutScheme } from './address.ts';
import { Capture } from './capture.ts';
import { OwnGlue } from './house-style.ts';

/** An address with its title and byline. */
export const Link = z.object({
  /** As it is printed. */
  address: z.string(),
  /** As the browser showed it, so that the cleaning can be undone. */
  original: z.string(),
  /** What it shares with every other address of the same page; never printed. */
  key: z.string(),
  title: z.string(),
  /** True: the title is Markdown that somebody wrote; false: plain text from a page, escaped when it is printed. */
  titleIsMarkdown: z.boolean(),
  /** Free Markdown after the link. */
  byline: z.string(),
  capture: z.nullable(Capture),
  /** A word before the link, such as `[video]`; Markdown. */
  tag: z.optional(z.string()),
  /** The same behind link and byline, such as `(ad)`. */
  tail: z.optional(z.string()),
  /** What a published issue wrote in place of the parentheses, such as `[1]`; printed again while the address is the original one. */
  reference: z.optional(z.string()),
  /** The address as it stood in a published issue; printed again while it still means the address. */
  written: z.optional(z.string()),
  /** How it departs from the house style. */
  glue: z.optional(OwnGlue),
});
export type Link = z.infer<typeof Link>;

/** The link to a page as the browser's tab shows it, before the page has been read. */
export function linkToTab(tab: { address: string; title: string }): Link {
  return { ...addressFields(tab.address), title: tab.title, titleIsMarkdown: false, byline: '', capture: null };
}

/** The link with this address in place of its own, taken as typed: what an editor types is not cleaned. */
export function withAddress(link: Link, address: string): Link {
  return { ...link, address, key: addressKey(address) };
}

function addressFields(original: string): Pick<Link, 'address' | 'original' | 'key'> {
  return { address: addressToPrint(original).address, original, key: addressKey(original) };
}

/** What is printed as the link's words: its title, or the address without scheme where there is none. */
export function titleOf(link: Pick<Link, 'title' | 'titleIsMarkdown' | 'address'>): string {
  if (link.titleIsMarkdown || link.title.trim() !== '') return link.title;
  return withoutScheme(link.address);
}
