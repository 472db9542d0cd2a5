import type { BylineRule, HouseStyle } from '../src/domain/house-style.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import type { MessageKey } from '../src/ui/messages.tsx';

/** One thing that a house does its own way, as the page shows and changes it. */
export interface StylePart {
  /** As the learned rules call it. */
  name: string;
  label: MessageKey;
  /** How it is chosen or typed. */
  kind: 'space' | 'number' | 'choice';
  options?: readonly { value: string; label: MessageKey }[];
  of: (style: HouseStyle) => string;
  with: (style: HouseStyle, value: string) => HouseStyle;
}

type Glue = HouseStyle['glue'];

const glue = (name: keyof Glue, label: MessageKey): StylePart => ({
  name: `glue.${name}`,
  label,
  kind: 'space',
  of: (style) => style.glue[name] ?? style.glue.lead,
  with: (style, value) => ({ ...style, glue: { ...style.glue, [name]: value } }),
});

const byline = (name: 'between' | 'authors' | 'lastAuthor' | 'etAl', label: MessageKey): StylePart => ({
  name: `byline.${name}`,
  label,
  kind: 'space',
  of: (style) => style.byline[name],
  with: (style, value) => ({ ...style, byline: { ...style.byline, [name]: value } }),
});

const PARTS_OF_BYLINE = [
  { value: 'author-outlet', label: 'styleAuthorOutlet' },
  { value: 'outlet-author', label: 'styleOutletAuthor' },
  { value: 'author', label: 'styleAuthor' },
  { value: 'outlet', label: 'styleOutlet' },
  { value: 'none', label: 'styleNoByline' },
] as const satisfies readonly { value: BylineRule['parts']; label: MessageKey }[];

/** Everything beside the templates, in the order in which an editor meets it: an entry, its section, the issue. */
export const STYLE_PARTS: readonly StylePart[] = [
  glue('byline', 'styleByline'),
  {
    name: 'byline.parts',
    label: 'styleBylineParts',
    kind: 'choice',
    options: PARTS_OF_BYLINE,
    of: (style) => style.byline.parts,
    with: (style, value) => {
      const parts = PARTS_OF_BYLINE.find((one) => one.value === value)?.value ?? style.byline.parts;
      return { ...style, byline: { ...style.byline, parts } };
    },
  },
  byline('between', 'styleBetween'),
  byline('authors', 'styleAuthors'),
  byline('lastAuthor', 'styleLastAuthor'),
  {
    name: 'byline.etAlFrom',
    label: 'styleEtAlFrom',
    kind: 'number',
    of: (style) => String(style.byline.etAlFrom ?? ''),
    with: (style, value) => {
      const etAlFrom = /^(?:[2-9]|[1-9]\d)$/.test(value.trim()) ? Number(value) : null;
      return { ...style, byline: { ...style.byline, etAlFrom } };
    },
  },
  byline('etAl', 'styleEtAl'),
  glue('lead', 'styleLead'),
  glue('textLead', 'styleTextLead'),
  glue('tag', 'styleTag'),
  glue('bylineEnd', 'styleBylineEnd'),
  glue('afterByline', 'styleAfterByline'),
  glue('bylineLast', 'styleBylineLast'),
  glue('bylineLastEnd', 'styleBylineLastEnd'),
  glue('tail', 'styleTail'),
  glue('linkEnd', 'styleLinkEnd'),
  glue('links', 'styleLinks'),
  glue('body', 'styleBody'),
  glue('oneLiner', 'styleOneLiner'),
  glue('listing', 'styleListing'),
  glue('betweenEntries', 'styleBetweenEntries'),
  glue('betweenShort', 'styleBetweenShort'),
  glue('heading', 'styleHeading'),
  glue('headingEnd', 'styleHeadingEnd'),
  glue('afterHeading', 'styleAfterHeading'),
  glue('betweenSections', 'styleBetweenSections'),
  glue('beforeTitle', 'styleBeforeTitle'),
  glue('titleEnd', 'styleTitleEnd'),
  glue('afterFront', 'styleAfterFront'),
  glue('afterComments', 'styleAfterComments'),
  glue('afterTitle', 'styleAfterTitle'),
  glue('afterLetter', 'styleAfterLetter'),
  glue('beforeClosing', 'styleBeforeClosing'),
  glue('end', 'styleEnd'),
];

/** What of a newsletter decides how it prints. */
export type Printing = Pick<Newsletter, 'style' | 'issueTitle'>;

/** A template of the newsletter. */
export interface TemplatePart {
  name: string;
  label: MessageKey;
  of: (printing: Printing) => string;
  with: (printing: Printing, text: string) => Printing;
}

const ofStyle = (
  name: string,
  label: MessageKey,
  of: (style: HouseStyle) => string,
  put: (style: HouseStyle, text: string) => HouseStyle,
): TemplatePart => ({
  name,
  label,
  of: ({ style }) => of(style),
  with: ({ style, issueTitle }, text) => ({ style: put(style, text), issueTitle }),
});

const shape = (name: keyof HouseStyle['shapes'], label: MessageKey) =>
  ofStyle(
    name,
    label,
    (style) => style.shapes[name],
    (style, text) => ({ ...style, shapes: { ...style.shapes, [name]: text } }),
  );

const whole = (name: 'link' | 'heading' | 'frame' | 'reference', label: MessageKey) =>
  ofStyle(
    name,
    label,
    (style) => style[name],
    (style, text) => ({ ...style, [name]: text }),
  );

export const TEMPLATE_PARTS: readonly TemplatePart[] = [
  shape('headline', 'uiShapeHeadline'),
  shape('inline', 'uiShapeInline'),
  shape('one-liner', 'uiShapeOneLiner'),
  shape('listing', 'uiShapeListing'),
  shape('note', 'styleNote'),
  whole('link', 'styleLink'),
  whole('heading', 'styleSection'),
  whole('reference', 'styleReference'),
  {
    name: 'title',
    label: 'styleIssueTitle',
    of: ({ issueTitle }) => issueTitle,
    with: ({ style }, issueTitle) => ({ style, issueTitle }),
  },
  whole('frame', 'styleIssue'),
];
