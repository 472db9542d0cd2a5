import type { WebPage } from './web-page.ts';

/** A page to try Roundup on, and what the demo writes about it. People, sites and findings are invented. */
export interface Sample extends WebPage {
  path: string;
  section: string;
  shape: 'headline' | 'inline' | 'one-liner' | 'listing';
  commentary: string;
  /** Words of the commentary that become the link. */
  words: string;
}

export const SAMPLES: readonly Sample[] = [
  {
    path: '/compost-ledger',
    title: 'The compost ledger: what ten years of weighing taught one street',
    author: 'Marta Quillfeather',
    outlet: 'Common Ground Review',
    text: 'For ten years the residents of one street weighed every bucket that went into the shared heap.',
    section: 'Articles',
    shape: 'headline',
    commentary:
      'Quillfeather’s street has weighed every bucket since 2012.  The numbers are fun, but the habit is the point:\n\n- whoever weighs, writes down *who asked*\n- a bad week gets a sentence, never an excuse\n\n> We did not measure to improve.  We improved because somebody was looking.\n\nTry it with anything your team throws away.',
    words: '',
  },
  {
    path: '/standing-desk-census',
    title: 'A census of standing desks [draft]',
    author: 'Oluwaseun Brandt, Ines Calloway, Piet Hoorn',
    outlet: 'Journal of Modest Results',
    text: 'We counted 412 standing desks in nine offices, and the people standing at them.',
    section: 'Articles',
    shape: 'headline',
    commentary:
      'Of 412 desks, eleven were up at any time of day.  What I like is the footnote: the same eleven people, in nine offices.',
    words: '',
  },
  {
    path: '/tide-tables-cli',
    title: 'tide: tables for the command line',
    author: 'R. Vance',
    outlet: '',
    text: 'A small program that prints the tides of any harbour.',
    section: 'Tools',
    shape: 'inline',
    commentary:
      'Every terminal should know when the water comes back.  Vance’s 300 lines of C do, for any harbour with a gauge, and the way the program explains its own uncertainty is worth stealing.',
    words: 'any harbour with a gauge',
  },
  {
    path: '/library-cats',
    title: 'Library cats by borough',
    author: '',
    outlet: 'The Slow Map',
    text: 'A map of the cats that live in public libraries.',
    section: 'Odds and ends',
    shape: 'one-liner',
    commentary: 'Somebody has drawn a map of library cats, with opening hours.',
    words: 'a map of library cats',
  },
  {
    path: '/spoons',
    title: 'Two hundred spoons, ranked',
    author: 'Ada Fenwick-Osei',
    outlet: 'Drawer',
    text: 'Number one will not surprise you.',
    section: 'Odds and ends',
    shape: 'one-liner',
    commentary: 'If you only read one ranking of spoons this week, let it be the one with error bars.',
    words: 'the one with error bars',
  },
];
