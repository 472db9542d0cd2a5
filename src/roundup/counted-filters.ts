import type { Context, FilterImplOptions, Liquid } from 'liquidjs';

/** Counts what a template uses of the memory that it may: a context of liquidjs, or what stands for one. */
export interface Counting {
  memoryLimit: { use(count: number): void };
}

type FilterHandler = Extract<FilterImplOptions, (...args: never[]) => unknown>;

/** They evaluate an expression for each item and look at no limit meanwhile: one held the page for 40 seconds. */
const WITHOUT_LIMIT = ['where_exp', 'reject_exp', 'group_by_exp', 'find_exp', 'find_index_exp', 'has_exp'];

/** Comparing and taking apart takes longer than copying, by so much. */
const WEIGHTS: Record<string, number> = {
  sort: 10,
  sort_natural: 40,
  uniq: 10,
  group_by: 20,
  where: 20,
  reject: 20,
  map: 20,
  date: 20,
  split: 5,
};
const WEIGHT_OF_COMPARING = 4;

/** What it costs to compare something with anything. */
export const costOfComparing = (left: unknown): number => WEIGHT_OF_COMPARING * sizeOf(left);

/**
 * Lets every filter and every comparison count what it reads against the memory that a template may use. liquidjs itself
 * looks at the time only between two tags, and at memory not in all of its filters: a chain of ten thousand filters in one
 * tag was bounded by nothing.
 */
export function countFilters(liquid: Liquid): void {
  for (const name of WITHOUT_LIMIT) delete liquid.filters[name];
  for (const [name, filter] of Object.entries(liquid.filters)) {
    liquid.filters[name] = counted(filter, WEIGHTS[name] ?? 1);
  }
  // The engines of the page share the object they come with.
  const operators = { ...liquid.options.operators };
  for (const name of ['==', '!=', 'contains']) {
    const operator = operators[name];
    if (operator === undefined) continue;
    operators[name] = (left: unknown, right: unknown, context: Context) => {
      context.memoryLimit.use(costOfComparing(left));
      return operator(left, right, context);
    };
  }
  liquid.options.operators = operators;
}

function counted(filter: FilterImplOptions, weight: number): FilterImplOptions {
  const handler: FilterHandler = typeof filter === 'function' ? filter : filter.handler;
  const counting: FilterHandler = function (value, ...rest) {
    this.context.memoryLimit.use(weight * sizeOf(value));
    return handler.call(this, value, ...rest);
  };
  return typeof filter === 'function' ? counting : { ...filter, handler: counting };
}

/** Escaping looks at each character several times. */
const WEIGHT_OF_ESCAPING = 20;

/** Counts a text that is about to be escaped. */
export function countEscaping(context: Counting, text: string): void {
  context.memoryLimit.use(WEIGHT_OF_ESCAPING * text.length);
}

/** What is printed is read back and drawn, which takes longer still. */
const WEIGHT_OF_PRINTING = 4;

/** What it costs to have printed a text. */
export const costOfPrinting = (text: string): number => WEIGHT_OF_PRINTING * text.length;

function sizeOf(value: unknown): number {
  return 1 + (typeof value === 'string' || Array.isArray(value) ? value.length : 0);
}
