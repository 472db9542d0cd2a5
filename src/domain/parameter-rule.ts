/** A parameter that says something about the one who copied the address, and nothing about the page. */
export interface ParameterRule {
  /** Names, divided by spaces; one that ends in `*` is the beginning of many. Case does not count. */
  names: string;
  /** Only on these sites, divided by spaces: the end of the host's name; `google.*` is in any country. */
  sites?: string;
  /** Never on these sites, where the name is essential. */
  except?: string;
  /** Only where host and path look like this. */
  at?: RegExp;
  /** Only with a value like this. */
  value?: RegExp;
  /** Only when the whole parameter looks like this; for names that are made of a number or a day. */
  whole?: RegExp;
  /** Only beside another parameter: `name`, or `name=value`. */
  beside?: string;
  reason: string;
  example: string;
}

/** Where a parameter stands. */
export interface Company {
  /** The host's name, in small letters. */
  host: string;
  path: string;
  /** All parameters of the query, as they stand between its `&`. */
  all: readonly string[];
}

/** Says of a parameter (`name=value`) whether one of the rules means it where it stands. */
export type Judge = (parameter: string, company: Company) => boolean;

/** Makes one question of many rules; a query is asked about by the thousand. */
export function judgeBy(rules: readonly ParameterRule[]): Judge {
  const byName = new Map<string, ParameterRule[]>();
  const byStart: [string, ParameterRule][] = [];
  for (const rule of rules) {
    for (const name of rule.names.toLowerCase().split(' ')) {
      if (name.endsWith('*')) byStart.push([name.slice(0, -1), rule]);
      else byName.set(name, [...(byName.get(name) ?? []), rule]);
    }
  }
  return (parameter, company) => {
    const name = nameOf(parameter);
    if (byName.get(name)?.some((rule) => isMeant(rule, parameter, company))) return true;
    return byStart.some(([start, rule]) => name.startsWith(start) && isMeant(rule, parameter, company));
  };
}

function isMeant(
  { sites, except, at, value, whole, beside }: ParameterRule,
  parameter: string,
  company: Company,
): boolean {
  const { host, path, all } = company;
  if (sites !== undefined && !isOn(host, sites)) return false;
  if (except !== undefined && isOn(host, except)) return false;
  if (at !== undefined && !at.test(host + path)) return false;
  if (value !== undefined && !value.test(whatFollows(parameter))) return false;
  if (whole !== undefined && !whole.test(parameter)) return false;
  if (beside === undefined) return true;
  const wanted = beside.toLowerCase();
  return all.some((other) => (wanted.includes('=') ? other.toLowerCase() : nameOf(other)) === wanted);
}

/** Whether a host is one of these sites, or lies below one. */
export function isOn(host: string, sites: string): boolean {
  return sites.split(' ').some((site) => {
    if (!site.endsWith('.*')) return host === site || host.endsWith(`.${site}`);
    // Any country: `google.de`, `google.co.uk`, but not `google.evil.example`.
    const at = `.${host}`.lastIndexOf(`.${site.slice(0, -1)}`);
    return at >= 0 && /^(?:[a-z]{2,3}\.)?[a-z]{2,3}$/.test(host.slice(at + site.length - 1));
  });
}

/** Small, and as if the `&` before it had not been written for HTML. */
const nameOf = (parameter: string) => (parameter.split('=', 1)[0] ?? '').replace(/^amp;/i, '').toLowerCase();

const whatFollows = (parameter: string) => (parameter.includes('=') ? parameter.slice(parameter.indexOf('=') + 1) : '');
