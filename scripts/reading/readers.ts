import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { personNames } from '../../src/capture/person-names.ts';
import { dayIn } from '../../src/capture/published-day.ts';
import { fieldsOf } from './fields.ts';
import type { Answer } from './marks.ts';
import { openSavedPage } from './saved-page.ts';

type Reader = (file: string, url: string) => Answer | Promise<Answer>;

/** The libraries say one text for all authors; it is taken apart as ours is, in their favour. */
const names = (byline: string | null | undefined) => personNames(byline ?? '', new Set());

/** Ours, and the two libraries that it is measured against, each on a page of its own: they change what they read. */
export const READERS: Readonly<Record<string, Reader>> = {
  Roundup: fieldsOf,
  Readability: (file, url) => {
    const { window } = openSavedPage(file, url);
    const article = new Readability(window.document).parse();
    window.close();
    return {
      title: article?.title ?? '',
      authors: names(article?.byline),
      publishedOn: dayIn(article?.publishedTime ?? ''),
      outlet: article?.siteName ?? '',
    };
  },
  Defuddle: async (file, url) => {
    const page = openSavedPage(file, url);
    const { title, author, published, site } = await Defuddle(page.window.document, url);
    page.window.close();
    return { title, authors: names(author), publishedOn: dayIn(published), outlet: site };
  },
};
