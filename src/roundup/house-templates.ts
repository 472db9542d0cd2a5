import { Liquid, type Template } from 'liquidjs';
import type { HouseStyle } from '../domain/house-style.ts';
import { escapeText, type Place } from './escape.ts';
import { Markdown } from './markdown.ts';

/**
 * Whatever a template prints is escaped for Markdown, for the place it stands in, unless it is Markdown already or the
 * template says `raw`. Dates are plain days: a zone would shift them. The limits keep a careless template from hanging
 * the page; `renderLimit` alone let one loop take 2.5 GB.
 */
function engineFor(place: Place): Liquid {
  const liquid = new Liquid({
    outputEscape: (value: unknown) => {
      if (value instanceof Markdown) return value.source;
      return value === undefined || value === null ? '' : escapeText(String(value), place);
    },
    ownPropertyOnly: true,
    timezoneOffset: 0,
    strictFilters: true,
    renderLimit: 2000,
    parseLimit: 1_000_000,
    memoryLimit: 100_000_000,
  });
  // A double-quoted YAML scalar, which every JSON string is (https://yaml.org/spec/1.2.2/); a plain address needs no quotes.
  liquid.registerFilter('yaml', (value: unknown) => {
    const text = String(value ?? '');
    return new Markdown(/^https?:\/\/[^\s#]+$/.test(text) ? text : JSON.stringify(text));
  });
  return liquid;
}

const inline = engineFor('inline');
const heading = engineFor('heading');

/** Shapes as the templates know them: an entry without a link prints as a note. */
export type PrintedShape = keyof HouseStyle['shapes'];

interface EntryContext {
  entry: { links: object[]; due?: string };
  commentary?: Markdown;
  linked: boolean;
}

/**
 * The templates of a house style. All get `glue`; `entry` gets `entry`, `links` (all its links with their bylines,
 * joined), `commentary` and `linked` (the commentary holds the link itself); `heading` gets `section`; `frame` gets
 * `issue`, `newsletter` and `sections`.
 */
export class HouseTemplates {
  readonly #style: HouseStyle;
  readonly #glue: Record<string, Markdown>;

  constructor(style: HouseStyle) {
    this.#style = style;
    this.#glue = Object.fromEntries(Object.entries(style.glue).map(([name, text]) => [name, new Markdown(text)]));
  }

  frame(context: object): string {
    return this.#print(this.#style.frame, context);
  }

  heading(context: object): string {
    return this.#print(this.#style.heading, context, heading);
  }

  entry(shape: PrintedShape, context: EntryContext): string {
    const links = context.entry.links
      .map((link) => this.#print(this.#style.link, { link }))
      .join(this.#style.glue.links);
    return this.#print(this.#style.shapes[shape], {
      ...context,
      ...(links !== '' && { links: new Markdown(links) }),
    });
  }

  /** A one-line template outside the style, such as the title of an issue. */
  line(template: string, context: object): string {
    return this.#print(template, context, heading);
  }

  #print(template: string, context: object, engine = inline): string {
    return String(engine.renderSync(parsed(template, engine), { ...context, glue: this.#glue }));
  }
}

/**
 * Templates are parsed once by each engine, whose escaping becomes part of them; a style has ten of them, and an editor
 * at work on one makes a new one with every key.
 */
function parsed(template: string, engine: Liquid): Template[] {
  const cache = caches.get(engine) ?? new Map<string, Template[]>();
  caches.set(engine, cache);
  const known = cache.get(template);
  if (known !== undefined) return known;
  const templates = engine.parse(template);
  if (cache.size > 200) cache.clear();
  cache.set(template, templates);
  return templates;
}

const caches = new WeakMap<Liquid, Map<string, Template[]>>();
