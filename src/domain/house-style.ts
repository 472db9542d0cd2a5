import * as z from 'zod/mini';

/**
 * How a byline is made of what was captured: `Ada Quill and Ben Reed, The Gauge`. Where no author or no outlet is known,
 * the other stands alone.
 */
export const BylineRule = z.object({
  parts: z.enum(['author-outlet', 'outlet-author', 'author', 'outlet', 'none']),
  /** Between author and outlet. */
  between: z.string(),
  /** Between two authors, and before the last of several. */
  authors: z.string(),
  lastAuthor: z.string(),
  /** From so many authors on, the first one and `etAl` stand for all; null: all are named. */
  etAlFrom: z.nullable(z.number()),
  etAl: z.string(),
});
export type BylineRule = z.infer<typeof BylineRule>;

export const DEFAULT_BYLINE: BylineRule = {
  parts: 'author-outlet',
  between: ', ',
  authors: ', ',
  lastAuthor: ' and ',
  etAlFrom: 4,
  etAl: ' *et al*',
};

/** `(#[129](https://…/129))`, or `(#129)` where the issue has no page on the web. */
export const DEFAULT_REFERENCE =
  '(#{% if issue.address %}[{{ issue.number }}]({{ issue.address }}){% else %}{{ issue.number }}{% endif %})';

/**
 * How the newsletter prints, as data: Liquid templates for the frame, the heading and each shape, and the glue between
 * them, exact to the space. `roundup/render` says what the templates may use.
 */
export const HouseStyle = z.object({
  frame: z.string(),
  heading: z.string(),
  /** One link with its byline. */
  link: z.string(),
  shapes: z.object({
    headline: z.string(),
    inline: z.string(),
    'one-liner': z.string(),
    listing: z.string(),
    /** An entry without a link. */
    note: z.string(),
  }),
  /** Liquid for a reference back to an issue that is inserted into a commentary; gets `issue` (`number`, `date`, `title`, `address`). */
  reference: z._default(z.string(), DEFAULT_REFERENCE),
  byline: z._default(BylineRule, DEFAULT_BYLINE),
  glue: z.object({
    /** Between a link and its byline. */
    byline: z.string(),
    /** Between the links of one entry. */
    links: z.string(),
    /** Between the link line and the commentary. */
    body: z.string(),
    /** The same in a one-liner. */
    oneLiner: z.string(),
    /** The same in a listing. */
    listing: z.string(),
    afterHeading: z.string(),
    betweenSections: z.string(),
    betweenEntries: z.string(),
    /** Between two one-liners or two listings. */
    betweenShort: z.string(),
    /** What the file ends with. */
    end: z.string(),
    /** Before an entry: a bullet, a number (`{n}. ` counts), the marks of a heading. Styles of before have none. */
    lead: z._default(z.string(), ''),
    /** The same before an entry whose words carry its links, or that has none; without it such have the same. */
    textLead: z.exactOptional(z.string()),
    /** Between a link's tag, such as `[video]`, and the link. */
    tag: z._default(z.string(), ' '),
    /** Behind a byline, where it is closed as by a parenthesis. */
    bylineEnd: z._default(z.string(), ''),
    /** Between a byline and its link, where it stands before it; empty: it stands behind. */
    afterByline: z._default(z.string(), ''),
    /** Between a commentary and the byline of the last link, where it stands behind that, and what closes it. */
    bylineLast: z._default(z.string(), ''),
    bylineLastEnd: z._default(z.string(), ''),
    /** Between all that and a tag behind it, such as `(ad)`. */
    tail: z._default(z.string(), ' '),
    /** Behind the whole of a link, such as a full stop. */
    linkEnd: z._default(z.string(), ''),
    /** Around the name of a section. */
    heading: z._default(z.string(), '## '),
    headingEnd: z._default(z.string(), ''),
    /** The same around the heading of the whole issue. */
    beforeTitle: z._default(z.string(), '# '),
    titleEnd: z._default(z.string(), ''),
    afterFront: z._default(z.string(), '\n\n'),
    afterComments: z._default(z.string(), '\n\n'),
    afterTitle: z._default(z.string(), '\n\n'),
    afterLetter: z._default(z.string(), '\n\n'),
    /** Before what stands behind the last section. */
    beforeClosing: z._default(z.string(), '\n\n'),
  }),
});
export type HouseStyle = z.infer<typeof HouseStyle>;

const RULE = '\n\n----------\n\n';

/**
 * Where one section, entry or link departs from the house style: glue by its name. What is not named is as the style
 * says. Two more names than the style has: `after` (up to the next of its kind) and `afterIntro`.
 */
export const OwnGlue = z.record(z.string(), z.string());
export type OwnGlue = z.infer<typeof OwnGlue>;

/** The byline behind the commentary, where the house has it there. */
const LAST = '{% if byline and glue.bylineLast %}{{ glue.bylineLast }}{{ byline }}{{ glue.bylineLastEnd }}{% endif %}';

/** The style of a newsletter that has not learned its own yet: that of Research Computing Teams. */
export const DEFAULT_STYLE: HouseStyle = {
  frame: `---
title: "#{{ issue.number }} - {{ issue.date | date: "%-d %b %Y" }}"
{% if issue.subtitle %}subtitle: {{ issue.subtitle | yaml }}
{% endif %}date: {{ issue.date }}
layout: email
{% if issue.hero %}hero-img: {{ issue.hero | yaml }}
{% endif %}---

<!-- markdownlint-disable MD033 -->
<!-- markdownlint-disable MD049 -->

# {{ issue.title }}{% if issue.letter %}

{{ issue.letter }}{% endif %}{% if sections %}

{{ sections }}{% endif %}{% if issue.closing %}{{ glue.betweenSections }}{{ issue.closing }}{% endif %}`,
  heading: '{{ glue.heading }}{{ section.name }}{{ glue.headingEnd }}',
  link: `{% if link.tag %}{{ link.tag }}{{ glue.tag }}{% endif %}\
{% if link.byline and glue.afterByline %}{{ glue.byline }}{{ link.byline }}{{ glue.afterByline }}{% endif %}\
{% if shape == "listing" %}**{% endif %}\
{% if link.reference %}[{{ link.title }}]{{ link.reference }}\
{% elsif link.address %}[{{ link.title }}]({{ link.address }}){% else %}{{ link.title }}{% endif %}\
{% if shape == "listing" %}**{% endif %}\
{% unless glue.afterByline or glue.bylineLast %}{% if link.byline %}{{ glue.byline }}{{ link.byline }}{{ glue.bylineEnd }}{% endif %}{% endunless %}\
{% if link.tail %}{{ glue.tail }}{{ link.tail }}{% endif %}{{ glue.linkEnd }}`,
  shapes: {
    headline: `{{ glue.lead }}{{ links }}{% if commentary %}{{ glue.body }}{{ commentary }}{% endif %}${LAST}`,
    inline: '{{ glue.lead }}{{ commentary }}',
    'one-liner': `{{ glue.lead }}{% unless linked %}{{ links }}{% if commentary %}{{ glue.oneLiner }}{% endif %}{% endunless %}{{ commentary }}{% unless linked %}${LAST}{% endunless %}`,
    listing: `{{ glue.lead }}{{ links }}{% if commentary %}{{ glue.listing }}{{ commentary }}{% endif %}${LAST}`,
    note: '{{ glue.lead }}{{ commentary }}',
  },
  reference: DEFAULT_REFERENCE,
  byline: DEFAULT_BYLINE,
  glue: {
    byline: ' - ',
    links: '<br/>\n',
    body: '\n\n',
    oneLiner: ' - ',
    listing: ' <br/>\n',
    afterHeading: '\n\n',
    betweenSections: RULE,
    betweenEntries: RULE,
    betweenShort: '\n\n',
    end: '\n',
    lead: '',
    tag: ' ',
    bylineEnd: '',
    afterByline: '',
    bylineLast: '',
    bylineLastEnd: '',
    tail: ' ',
    linkEnd: '',
    heading: '## ',
    headingEnd: '',
    beforeTitle: '# ',
    titleEnd: '',
    afterFront: '\n\n',
    afterComments: '\n\n',
    afterTitle: '\n\n',
    afterLetter: '\n\n',
    beforeClosing: '\n\n',
  },
};
