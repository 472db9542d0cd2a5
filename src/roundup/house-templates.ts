import { Context, Liquid, type Template } from 'liquidjs';
import type { HouseStyle, OwnGlue } from '../domain/house-style.ts';
import { type Counting, costOfPrinting, countEscaping, countFilters } from './counted-filters.ts';
import { type DirectTemplate, directTemplate, type Escape } from './direct-template.ts';
import { escapeText, type Place } from './escape.ts';
import { Markdown } from './markdown.ts';

/**
 * One printing may take so long, in milliseconds, and use so much, in what liquidjs counts: all its templates together,
 * so that one that is slow for each of a thousand entries does not add up. An issue of 60 entries takes 100 ms or so, and
 * twenty times that on a machine that is busy with something else: an issue that cannot be printed is worse than a wait.
 */
const TIME = 3000;
const MEMORY = 20_000_000;
/** What one template may use without liquidjs. Where that is not enough all is done again with it, so that little time may be lost. */
const MEMORY_DIRECTLY = MEMORY / 20;

/** What the templates of one engine may use together, and what they have used of it, in what liquidjs counts. */
interface Budget {
  context: Context;
  used: number;
}

/** liquidjs for templates that stand in one kind of place, and those it has parsed: its escaping becomes part of them. */
interface Engine {
  liquid: Liquid;
  escaped: Escape;
  parsed: Map<string, ParsedTemplate>;
}

interface ParsedTemplate {
  templates: Template[];
  /** null: it takes liquidjs to print it. */
  direct: DirectTemplate | null;
}

/**
 * Whatever a template prints is escaped for Markdown, for the place it stands in, unless it is Markdown already or the
 * template says `raw`. Dates are plain days: a zone would shift them. The limits keep a careless template from hanging
 * the page; `renderLimit` alone let one loop take 2.5 GB.
 */
function engineFor(place: Place): Engine {
  const escaped = function (this: { context: Counting }, value: unknown): string {
    if (value instanceof Markdown) return value.source;
    const text = value === undefined || value === null ? '' : String(value);
    countEscaping(this.context, text);
    return escapeText(text, place);
  };
  const liquid = new Liquid({
    outputEscape: escaped,
    ownPropertyOnly: true,
    // No template reads another, from wherever.
    templates: {},
    timezoneOffset: 0,
    strictFilters: true,
    // Characters: frames that are learned have less than 2,000.
    parseLimit: 50_000,
    memoryLimit: MEMORY,
  });
  countFilters(liquid);
  // A double-quoted YAML scalar, which every JSON string is (https://yaml.org/spec/1.2.2/); a plain address needs no quotes.
  liquid.registerFilter('yaml', (value: unknown) => {
    const text = String(value ?? '');
    return new Markdown(/^https?:\/\/[^\s#]+$/.test(text) ? text : JSON.stringify(text));
  });
  return { liquid, escaped, parsed: new Map() };
}

const inline = engineFor('inline');
const heading = engineFor('heading');

/** Shapes as the templates know them: an entry without a link prints as a note. */
export type PrintedShape = keyof HouseStyle['shapes'];

/** A link as the templates see it, and how it departs from the style. */
export interface PrintedLink {
  link: { byline?: Markdown };
  glue: OwnGlue | undefined;
}

interface EntryContext {
  entry: { links: object[]; due?: string };
  commentary?: Markdown;
  linked: boolean;
}

/**
 * The templates of a house style. All get `glue`; `link` gets `link` and `shape`; `entry` gets `entry`, `links` (all its links with their bylines,
 * joined), `byline` (of the last one), `commentary` and `linked` (the commentary holds the link itself); `heading` gets `section`; `frame` gets
 * `issue`, `newsletter` and `sections`.
 */
export class HouseTemplates {
  readonly #style: HouseStyle;
  /** What is left of time and memory, by engine: counted from the first template on. */
  readonly #budgets = new Map<Engine, Budget>();
  readonly #glue: GlueOfTemplate;

  constructor(style: HouseStyle) {
    this.#style = style;
    this.#glue = glueOf(style.glue);
  }

  /** Whether an entry may print another text without having changed: a template asks for the time. */
  get asksClock(): boolean {
    return /\b(?:now|today)\b/u.test([this.#style.link, ...Object.values(this.#style.shapes)].join(' '));
  }

  /** What entries and links have used so far of the memory that they may, in what liquidjs counts. */
  get used(): number {
    return this.#budgets.get(inline)?.used ?? 0;
  }

  /** Counts what an entry used that need not be printed again; false, and nothing is counted, where that is too much. */
  take(count: number): boolean {
    try {
      this.#budgetOf(inline).context.memoryLimit.use(count);
      return true;
    } catch {
      return false;
    }
  }

  get glue(): HouseStyle['glue'] {
    return this.#style.glue;
  }

  frame(context: object, own: OwnGlue = {}): string {
    return this.#print(this.#style.frame, context, { own });
  }

  heading(context: object, own: OwnGlue = {}): string {
    return this.#print(this.#style.heading, context, { engine: heading, own });
  }

  /**
   * @param departing glue of the section and the entry, which goes before that of the style.
   * @param at which entry of its section it is, from 0.
   */
  entry(
    shape: PrintedShape,
    context: EntryContext,
    printed: readonly PrintedLink[],
    departing: OwnGlue = {},
    at = 0,
  ): string {
    const lead = departing.lead ?? this.#style.glue.lead;
    const own: OwnGlue = { ...departing, lead: lead.replace('{n}', String(at + 1)) };
    let links = '';
    for (const [place, { link, glue }] of printed.entries()) {
      const isLast = place === printed.length - 1;
      const all: OwnGlue = { ...own, ...glue, ...(!isLast && { bylineLast: '' }) };
      links += this.#print(this.#style.link, { link, shape }, { own: all });
      if (!isLast) links += all.links ?? this.#style.glue.links;
    }
    const { byline } = printed.at(-1)?.link ?? {};
    const words = {
      ...context,
      ...(links !== '' && { links: new Markdown(links) }),
      ...(byline !== undefined && { byline }),
    };
    return this.#print(this.#style.shapes[shape], words, { own });
  }

  /** A reference back to an issue; `context` has `issue` and `newsletter`. */
  reference(context: object): string {
    return this.#print(this.#style.reference, context);
  }

  /** A one-line template outside the style, such as the title of an issue. */
  line(template: string, context: object): string {
    return this.#print(template, context, { engine: heading });
  }

  #print(
    template: string,
    context: object,
    { engine = inline, own = {} }: { engine?: Engine; own?: OwnGlue } = {},
  ): string {
    const { templates, direct } = parsed(template, engine);
    const glue = { ...this.#glue, ...glueOf(own) };
    const budget = this.#budgetOf(engine);
    const text = direct === null ? null : printedDirectly(direct, { ...context, glue }, budget);
    if (text !== null) return text;
    // What is empty is left out, so that a template sees no name for it either.
    const named = Object.entries(glue).filter(([, of]) => of !== undefined);
    const scope = { ...context, glue: Object.fromEntries(named) };
    // A context of its own for what the template assigns, with the limits of all.
    const printed = String(engine.liquid.renderSync(templates, budget.context.spawn(scope)));
    budget.context.memoryLimit.use(costOfPrinting(printed));
    return printed;
  }

  #budgetOf(engine: Engine): Budget {
    const known = this.#budgets.get(engine);
    if (known !== undefined) return known;
    const budget = newBudget(engine);
    this.#budgets.set(engine, budget);
    return budget;
  }
}

function newBudget({ liquid }: Engine): Budget {
  const context = new Context({}, liquid.options, { sync: true, renderLimit: TIME });
  const budget = { context, used: 0 };
  // liquidjs does not tell what has been used.
  const { memoryLimit } = context;
  const use = memoryLimit.use.bind(memoryLimit);
  memoryLimit.use = (count) => {
    use(count);
    budget.used += Math.max(0, Number(count) || 0);
  };
  return budget;
}

/** Glue as templates see it: what is empty they take for absent. */
type GlueOfTemplate = Record<string, Markdown | undefined>;

const glueOf = (glue: OwnGlue): GlueOfTemplate =>
  Object.fromEntries(Object.entries(glue).map(([name, text]) => [name, text === '' ? undefined : new Markdown(text)]));

/**
 * null: it takes too much memory, or cannot be done so; liquidjs says where that is. Nobody asks for the time: what can be
 * done so has no loops.
 */
function printedDirectly(direct: DirectTemplate, scope: object, { context, used: before }: Budget): string | null {
  try {
    const { text, used } = direct(scope, Math.min(MEMORY_DIRECTLY, MEMORY - before));
    context.memoryLimit.use(used + costOfPrinting(text));
    return text;
  } catch {
    return null;
  }
}

/** Templates are parsed once by each engine; a style has ten of them, and an editor at work on one makes a new one with every key. */
function parsed(template: string, { liquid, escaped, parsed: cache }: Engine): ParsedTemplate {
  const known = cache.get(template);
  if (known !== undefined) return known;
  const templates = liquid.parse(template);
  const made = { templates, direct: directTemplate(templates, escaped) };
  if (cache.size > 200) cache.clear();
  cache.set(template, made);
  return made;
}
