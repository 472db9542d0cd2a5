import * as z from 'zod/mini';

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
  }),
});
export type HouseStyle = z.infer<typeof HouseStyle>;

const RULE = '\n\n----------\n\n';

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
  heading: '## {{ section.name }}',
  link: '{% if link.address %}[{{ link.title }}]({{ link.address }}){% else %}{{ link.title }}{% endif %}{% if link.byline %}{{ glue.byline }}{{ link.byline }}{% endif %}',
  shapes: {
    headline: '{{ links }}{% if commentary %}{{ glue.body }}{{ commentary }}{% endif %}',
    inline: '{{ commentary }}',
    'one-liner':
      '{% unless linked %}{{ links }}{% if commentary %}{{ glue.oneLiner }}{% endif %}{% endunless %}{{ commentary }}',
    listing:
      '{% for link in entry.links %}**{% if link.address %}[{{ link.title }}]({{ link.address }}){% else %}{{ link.title }}{% endif %}**{% if link.byline %}{{ glue.byline }}{{ link.byline }}{% endif %}{% unless forloop.last %}{{ glue.links }}{% endunless %}{% endfor %}{% if commentary %}{{ glue.listing }}{{ commentary }}{% endif %}',
    note: '{{ commentary }}',
  },
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
  },
};
