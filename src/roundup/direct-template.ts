import { IfTag, Output, type Template, type Token, TypeGuards, UnlessTag, type Value } from 'liquidjs';
import { type Counting, costOfComparing } from './counted-filters.ts';

/** What a template printed, and what it used of the memory that it may, in what liquidjs counts. */
interface DirectPrint {
  text: string;
  used: number;
}

/**
 * Prints a template with these values.
 *
 * @param most what it may use; it throws as soon as that is not enough, however much is still to be printed.
 */
export type DirectTemplate = (scope: object, most: number) => DirectPrint;

/** Turns a value into what is printed for it, as the engine's `outputEscape`. */
export type Escape = (this: { context: Counting }, value: unknown) => string;

interface Printing {
  scope: object;
  escaped: Escape;
  context: Counting;
}

type Print = (printing: Printing) => string;
type Read = (printing: Printing) => unknown;

/**
 * A template that does no more than print values and ask for them, without liquidjs, which takes a hundred times as long: an import
 * prints each of tens of thousands of entries to see whether it comes out as it stood. Filters, loops and whatever else a
 * template may use are liquidjs's alone; null: this one uses some of that.
 */
export function directTemplate(templates: readonly Template[], escaped: Escape): DirectTemplate | null {
  const print = printAll(templates);
  if (print === null) return null;
  return (scope, most) => {
    let used = 0;
    const memoryLimit = {
      use: (count: number) => {
        used += count;
        if (used > most) throw new RangeError('It takes too much memory.');
      },
    };
    const text = print({ scope, escaped, context: { memoryLimit } });
    return { text, used };
  };
}

function printAll(templates: readonly Template[]): Print | null {
  const prints = allOf(templates.map(printOne));
  return prints && ((printing) => prints.reduce((text, print) => text + print(printing), ''));
}

function printOne(template: Template): Print | null {
  if (TypeGuards.isHTMLToken(template.token)) {
    const text = template.token.getContent();
    return () => text;
  }
  if (template instanceof Output) {
    // The engine's own escaping stands behind the filters that are written, but for one that is `raw`.
    const { filters, initial } = template.value;
    const read = filters.length === 1 && filters[0]?.raw === false ? readAll(initial.postfix) : null;
    return read && ((printing) => printing.escaped.call(printing, read(printing)));
  }
  if (template instanceof IfTag) return printBranches(template.branches, template.elseTemplates ?? [], true);
  if (template instanceof UnlessTag) return printBranches(template.branches, template.elseTemplates, false);
  return null;
}

/** @param first whether the first condition must hold; those that follow must, always. */
function printBranches(
  branches: readonly { value: Value; templates: Template[] }[],
  otherwise: readonly Template[],
  first: boolean,
): Print | null {
  const all = allOf(
    branches.map(({ value, templates }, at) => {
      const read = value.filters.length === 0 ? readAll(value.initial.postfix) : null;
      const print = printAll(templates);
      return read && print && { read, print, wanted: at > 0 || first };
    }),
  );
  const printOther = printAll(otherwise);
  if (all === null || printOther === null) return null;
  return (printing) => {
    const branch = all.find(({ read, wanted }) => isTrue(read(printing)) === wanted);
    return (branch?.print ?? printOther)(printing);
  };
}

/** In Liquid, an empty text is true. */
const isTrue = (value: unknown) => value !== false && value !== undefined && value !== null;

/** An expression as liquidjs has it: operators stand behind what they are about. Both sides are always looked at. */
function readAll(postfix: readonly Token[]): Read | null {
  const stack: (Read | null)[] = [];
  for (const token of postfix) {
    if (!TypeGuards.isOperatorToken(token)) {
      stack.push(readOne(token));
      continue;
    }
    const right = stack.pop() ?? null;
    const left = token.operator === 'not' ? right : (stack.pop() ?? null);
    stack.push(left && right && operation(token.operator, left, right));
  }
  return stack.length === 1 ? (stack[0] ?? null) : null;
}

function operation(operator: string, left: Read, right: Read): Read | null {
  if (operator === 'not') return (printing) => !isTrue(left(printing));
  const both = (combine: (one: unknown, other: unknown, context: Counting) => boolean): Read => {
    return (printing) => combine(left(printing), right(printing), printing.context);
  };
  if (operator === 'and') return both((one, other) => isTrue(one) && isTrue(other));
  if (operator === 'or') return both((one, other) => isTrue(one) || isTrue(other));
  if (operator !== '==' && operator !== '!=') return null;
  return both((one, other, { memoryLimit }) => {
    memoryLimit.use(costOfComparing(one));
    if (Array.isArray(one)) throw new TypeError('Lists are compared by liquidjs.');
    return (one === other) === (operator === '==');
  });
}

function readOne(token: Token): Read | null {
  if (TypeGuards.isPropertyAccessToken(token)) {
    const path = allOf(token.props.map(nameOf));
    return path && token.variable === undefined ? ({ scope }) => valueAt(scope, path) : null;
  }
  const content = contentOf(token);
  return ['string', 'number', 'boolean'].includes(typeof content) ? () => content : null;
}

const contentOf = (token: object) => ('content' in token ? token.content : undefined);

/** What liquidjs works out where there is no such property. */
const WORKED_OUT = ['size', 'first', 'last'];

function nameOf(token: object): string | null {
  const content = contentOf(token);
  return typeof content === 'string' && !WORKED_OUT.includes(content) ? content : null;
}

/** Only what is an object's own is seen. */
function valueAt(scope: object, path: readonly string[]): unknown {
  let value: unknown = scope;
  for (const name of path) {
    if (value === undefined || value === null) return value;
    value = Object.hasOwn(Object(value), name) ? (value as Record<string, unknown>)[name] : undefined;
  }
  return value;
}

/** null: one of them is. */
function allOf<T>(list: readonly (T | null)[]): T[] | null {
  const all = list.filter((one) => one !== null);
  return all.length === list.length ? all : null;
}
