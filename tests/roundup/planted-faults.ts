import type { Entry } from '../../src/domain/entry.ts';
import type { Issue } from '../../src/domain/issue.ts';
import type { PublishedEntry } from '../../src/roundup/preflight/facts.ts';
import type { Kind } from '../../src/roundup/preflight/finding.ts';
import { aLink, aNewsletter, anEntry } from '../records.ts';

// Every fault that preflight finds, and beside each a near miss that looks like it and is none.

const base = aNewsletter();
export const { articles, odds } = base;
const [first] = base.newsletter.sections;
if (first === undefined) throw new Error('A newsletter without sections');
/** Two sections more: one that stays empty, and one that this issue leaves out. */
export const newsletter = {
  ...base.newsletter,
  issueAddress: 'https://findings.example/{{ issue.number }}',
  sections: [
    ...base.newsletter.sections,
    { ...first, id: 'jobs', name: 'Jobs', rank: 'b0' },
    { ...first, id: 'quiet', name: 'Quiet', rank: 'b1' },
  ],
};
export const issue: Issue = {
  ...base.issue,
  date: '2026-11-27',
  letter: 'Hello, and [welcome](https://letter.example/) back.',
  frame: { closing: 'That is all.' },
  sections: { jobs: { intro: '', leftOut: true }, quiet: { intro: '', leftOut: true } },
};

/** What is put into the issue: an entry, or something else of it. */
export interface Planted {
  entry?: Partial<Entry>;
  /** Entries that it needs around it. */
  beside?: Partial<Entry>[];
  issue?: Partial<Issue>;
  draft?: Partial<Entry>;
  published?: PublishedEntry[];
}

export interface Planting {
  kind: Kind;
  name: string;
  fault: Planted;
  near: Planted;
}

/** A sound entry: its link, a byline, a commentary. */
export function sound(id: string, fields: Partial<Entry> = {}): Entry {
  const links = [aLink({ address: `https://${id}.example/page`, title: `About ${id}`, byline: 'Ada, The Paper' })];
  return anEntry({ id, issueId: issue.id, sectionId: articles, links, commentary: `What ${id} says.`, ...fields });
}

const link = (address: string, fields: Partial<Parameters<typeof aLink>[0]> = {}) =>
  aLink({ title: 'Its title', byline: 'Ada, The Paper', ...fields, address });
const links = (address: string, fields: Partial<Parameters<typeof aLink>[0]> = {}) => [link(address, fields)];
const text = (commentary: string): Planted => ({ entry: { commentary } });
/** Behind everything else, because it would swallow that. */
const last = (commentary: string): Planted => ({ entry: { commentary, sectionId: odds, rank: 'z0' } });
const own = (address: string, fields: Partial<Parameters<typeof aLink>[0]> = {}): Planted => ({
  entry: { links: links(address, fields) },
});
const capture = {
  title: '',
  authors: [],
  outlet: '',
  publishedOn: '',
  address: '',
  canonical: '',
  language: '',
  selection: '',
};
const ran = (issueNumber: number, entryId = 'earlier'): PublishedEntry => ({
  issueId: `issue-${issueNumber}`,
  issueNumber,
  date: '2026-07-03',
  entryId,
});

export const PLANTINGS: readonly Planting[] = [
  {
    kind: 'empty-link',
    name: 'a link without words in a commentary',
    fault: text('[](https://caltag.example): free sheets.'),
    near: text('[![A calibration tag](https://caltag2.example/tag.png)](https://caltag2.example): free sheets.'),
  },
  {
    kind: 'empty-link',
    name: 'a headline whose title prints nothing',
    fault: own('https://silent.example/', { title: '', titleIsMarkdown: true }),
    near: own('https://spoken.example/', { title: '' }),
  },
  {
    kind: 'broken-link',
    name: 'a link whose parenthesis was not closed',
    fault: text('See [the log](https://log.example/1'),
    near: text('Write `[the log](https://log.example/2` and close it.'),
  },
  {
    kind: 'spaced-address',
    name: 'words in the address of a link',
    fault: text('**[Manager](https://jobs.example/1 Manager, Cloud)** - Remote'),
    near: text('**[Manager](https://jobs.example/2 "Manager, Cloud")** - Remote'),
  },
  {
    kind: 'spaced-address',
    name: 'words in the address of a link that has brackets in its words',
    fault: text('[[PDF] A report](https://jobs.example/3 Manager, Cloud)'),
    near: text('[[PDF] A report](https://jobs.example/4) (Manager, Cloud)'),
  },
  {
    kind: 'spaced-address',
    name: 'a space in an address without a scheme',
    fault: text('It is [here](www.files.example/my report.pdf).'),
    near: text('It is [sic](as he said), [e](e.g. this one) and [1](see note 3).'),
  },
  {
    kind: 'spaced-address',
    name: 'a space in the address of a picture',
    fault: text('![A map](my map.png)'),
    near: text('![A map](<https://pictures.example/my%20map.png>) [sic!](my map)'),
  },
  {
    kind: 'spaced-address',
    name: 'a space in the address of a headline',
    fault: own('https://files.example/my report.pdf'),
    near: own('https://files.example/your%20report.pdf'),
  },
  {
    kind: 'scheme',
    name: 'a relative address',
    fault: text('As [I said](/notes/12).'),
    near: text('Write to [me](mailto:ada@paper.example).'),
  },
  {
    kind: 'scheme',
    name: 'a headline without https',
    fault: own('www.bare.example/page'),
    near: own('HTTPS://loud.example/page'),
  },
  {
    kind: 'scheme',
    name: 'an address that runs something',
    fault: own('javascript:alert(1)'),
    near: own('http://old.example/'),
  },
  {
    kind: 'scheme',
    name: 'ftp',
    fault: text('[Get it](ftp://old.example/x).'),
    near: text('`[Get it](ftp://old.example/x)`'),
  },
  {
    kind: 'scheme',
    name: 'the hero picture',
    fault: { issue: { frame: { hero: '/hero.jpg' } } },
    near: { issue: { frame: { hero: 'https://pictures.example/hero.jpg' } } },
  },
  {
    kind: 'unclosed',
    name: 'a code fence that is left open',
    fault: last('Run this:\n\n```sh\nmake all'),
    near: text('Run this:\n\n````sh\n```\nmake all\n````'),
  },
  {
    kind: 'unclosed',
    name: 'a comment that is left open',
    fault: last('Good.\n\n<!-- not sure about this'),
    near: text('Good.\n\n<!-- sure about this -->'),
  },
  {
    kind: 'unclosed',
    name: 'an element that is left open',
    fault: text('<details><summary>More</summary>\n\nThe rest of it.'),
    near: text('<details><summary>More</summary>\n\nThe rest of it.<br>\n\n</details>\n\n<p>And on.'),
  },
  {
    kind: 'picture',
    name: 'a picture without a description',
    fault: text('![](https://pictures.example/1.png)'),
    near: text('![A freezer](https://pictures.example/2.png)'),
  },
  {
    kind: 'picture',
    name: 'a picture in HTML without a description',
    fault: text('<img src="https://pictures.example/3.png">'),
    near: text('<img src="https://pictures.example/4.png" alt="">'),
  },
  {
    kind: 'picture',
    name: 'a picture in the letter',
    fault: { issue: { letter: 'Hello.\n\n![ ](https://pictures.example/5.png)' } },
    near: { issue: { letter: 'Hello.\n\n![Me](https://pictures.example/5.png)' } },
  },
  {
    kind: 'deadline',
    name: 'a deadline that has passed',
    fault: { entry: { dueOn: '2026-11-20', shape: 'listing' } },
    near: { entry: { dueOn: '2026-11-27', shape: 'listing' } },
  },
  {
    kind: 'deadline',
    name: 'a deadline before the issue goes out',
    fault: { entry: { dueOn: '2026-11-26' } },
    near: { entry: { dueOn: '2026-12-24' } },
  },
  {
    kind: 'read-back',
    name: 'a title that ends its own link',
    fault: own('https://brackets.example/1', { title: 'One ](https://elsewhere.example/) two', titleIsMarkdown: true }),
    near: own('https://brackets.example/2', { title: 'One ](https://elsewhere.example/) two', titleIsMarkdown: false }),
  },
  {
    kind: 'read-back',
    name: 'lists and quotations inside one another without an end',
    fault: text(`${'> '.repeat(90)}deep`),
    near: text('> > > deep'),
  },
  {
    kind: 'personal',
    name: 'the reader’s number at Mailchimp',
    fault: own('https://us1.campaign-archive.com/?u=631f&id=5a14&e=7cc4'),
    near: own('https://music.example/?u=631f&id=5a14&e=7cc4'),
  },
  {
    kind: 'personal',
    name: 'a share that is counted',
    fault: own('https://paper.example/a?sharing_token=Zx81'),
    near: own('https://paper.example/b?sk=1ab&unlocked_article_code=1.x'),
  },
  {
    kind: 'personal',
    name: 'Outlook’s detour',
    fault: text('[It](https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx&data=05) is.'),
    near: text('[Outlook](https://outlook.example/?url=https%3A%2F%2Fa.example%2Fy) is.'),
  },
  {
    kind: 'personal',
    name: 'a library’s proxy',
    fault: own('https://www-nature-com.ezproxy.uni.example/articles/1'),
    near: own('https://help.oclc.example/ezproxy/about'),
  },
  {
    kind: 'personal',
    name: 'a mail address',
    fault: own('https://shop.example/?user=ada%40paper.example'),
    near: own('https://social.example/@ada@paper.example?page=2'),
  },
  {
    kind: 'personal',
    name: 'a newsletter in Feedbin',
    fault: own('https://newsletters.feedbinusercontent.com/a36/a364.html'),
    near: own('https://feedbin.example/blog/a364.html'),
  },
  {
    kind: 'repeated',
    name: 'two entries about one page',
    fault: {
      entry: { links: links('https://www.twice.example/page/') },
      beside: [{ rank: 'Zz', links: links('http://twice.example/page') }],
    },
    near: {
      entry: { links: links('https://once.example/page?id=2') },
      beside: [{ rank: 'Zz', links: links('https://once.example/page?id=1') }],
    },
  },
  {
    kind: 'repeated',
    name: 'one address as two links of an entry',
    fault: { entry: { links: [link('https://double.example/'), link('https://double.example/', { title: 'Again' })] } },
    near: {
      entry: { links: links('https://single.example/'), commentary: 'As [they say](https://single.example/), yes.' },
    },
  },
  {
    kind: 'repeated',
    name: 'a link in a commentary that is the headline of another entry',
    fault: {
      entry: { commentary: 'See [this](https://lead.example/x).' },
      beside: [{ rank: 'Zz', links: links('https://lead.example/x') }],
    },
    near: {
      entry: { commentary: 'We had it in [#12](https://findings.example/12).' },
      beside: [{ rank: 'Zz', commentary: 'As in [#12](https://findings.example/12).' }],
    },
  },
  {
    kind: 'published',
    name: 'a page that ran before',
    fault: { published: [ran(126)] },
    near: { published: [ran(126)], entry: { commentary: 'We liked it in [#126](https://findings.example/126).' } },
  },
  {
    kind: 'tracking',
    name: 'a campaign',
    fault: own('https://robot.example/?id=3&mc_cid=8f2ab1'),
    near: own('https://phoronix.example/?page=news&px=Linux&src=feed&pk_no=4'),
  },
  {
    kind: 'tracking',
    name: 'a short name on the site it belongs to',
    fault: own('https://twitter.com/ada/status/1?s=20&t=a1'),
    near: own('https://youtube.com/watch?v=abc&t=90s'),
  },
  {
    kind: 'tracking',
    name: 'an address that stands in the text by itself',
    fault: text('It is at https://plain.example/?utm_source=mail.'),
    near: text('Write `https://plain.example/?utm_source=mail` to count.'),
  },
  {
    kind: 'empty-fragment',
    name: 'a number sign at the end',
    fault: text('[Make](https://make.example/) ([with locks](https://locks.example/#)).'),
    near: text('[Make](https://make2.example/) ([with locks](https://locks.example/2#why)).'),
  },
  {
    kind: 'text-fragment',
    name: 'marked words',
    fault: own('https://long.example/a#top:~:text=To%20rotate'),
    near: own('https://long.example/b#text=to-rotate'),
  },
  {
    kind: 'site-suffix',
    name: 'the host behind the title',
    fault: own('https://assayweekly.example/air', {
      title: 'Air changes are not a plan | Assay Weekly',
      byline: 'Ada',
    }),
    near: own('https://assayweekly.example/rust', { title: 'Rust - a primer', byline: 'Ada' }),
  },
  {
    kind: 'site-suffix',
    name: 'the outlet behind the title',
    fault: own('https://n.example/1', {
      title: 'Twins – The Northlight',
      capture: { ...capture, outlet: 'Northlight' },
    }),
    near: own('https://n.example/2', { title: 'Northlight - Twins', capture: { ...capture, outlet: 'Northlight' } }),
  },
  {
    kind: 'open-emphasis',
    name: 'bold print without an end',
    fault: text('**Important: come on time.\n\nAnd leave late.'),
    near: text('*Prices are higher abroad. 2 ** 3 = 8, x**2, snake_case_name, \\*\\*stars, **kwargs, __typename.'),
  },
  {
    kind: 'byline',
    name: 'no byline where the others have one',
    fault: own('https://anonymous.example/', {
      byline: '',
      capture: { ...capture, authors: ['Ada B'], outlet: 'Bench & Bay' },
    }),
    near: {
      entry: { sectionId: odds, links: links('https://anonymous2.example/', { byline: '' }) },
      beside: [{ sectionId: odds, links: links('https://anonymous3.example/', { byline: '' }) }],
    },
  },
  {
    kind: 'commentary',
    name: 'no commentary',
    fault: { entry: { commentary: ' \n' } },
    near: { entry: { commentary: '', shape: 'one-liner' } },
  },
  {
    kind: 'left-out',
    name: 'entries of a section that is left out',
    fault: { entry: { sectionId: 'jobs' } },
    near: {
      entry: { sectionId: 'jobs' },
      issue: { sections: { ...issue.sections, jobs: { intro: '', leftOut: false } } },
    },
  },
  {
    kind: 'empty-section',
    name: 'a section without entries',
    fault: { issue: { sections: { ...issue.sections, quiet: { intro: '', leftOut: false } } } },
    near: { issue: { sections: { ...issue.sections, quiet: { intro: 'Nothing this week.', leftOut: false } } } },
  },
  {
    kind: 'draft',
    name: 'a draft that was begun for the issue',
    fault: { draft: { state: 'draft', commentary: 'Half a thought' } },
    near: { draft: { state: 'draft', commentary: 'Half a thought', issueId: 'another' } },
  },
];
