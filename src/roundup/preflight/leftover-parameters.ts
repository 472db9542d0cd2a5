import type { Judge } from '../../domain/parameter-rule.ts';
import { isPersonal } from '../../domain/personal-parameters.ts';
import { isTracking } from '../../domain/tracking.ts';
import type { DiffPiece } from './finding.ts';

/** What is left in an address that should go, and the address without it. */
export interface Leftover {
  parameters: string[];
  address: string;
  diff: DiffPiece[];
}

/** Parameters that count the reader, those that name them excepted. */
export function trackingIn(address: string): Leftover {
  return cut(address, (parameter, company) => !isPersonal(parameter, company) && isTracking(parameter, company));
}

/** Parameters that name the reader. */
export function personalIn(address: string): Leftover {
  return cut(address, isPersonal);
}

/** Cuts the string, never rebuilds it: rebuilding would encode anew what it keeps. */
function cut(address: string, isCut: Judge): Leftover {
  const [, head = '', query, fragment = ''] = /^(https?:\/\/[^?#]*)\?([^#]*)(#.*)?$/is.exec(address) ?? [];
  if (query === undefined) return { parameters: [], address, diff: [] };
  const [, host = '', path = ''] = /^https?:\/\/(?:[^/@]*@)?([^/:]*)(?::\d+)?(.*)$/is.exec(head) ?? [];
  const all = query.split('&');
  const company = { host: host.toLowerCase(), path, all };
  const parameters = all.filter((parameter) => parameter !== '' && isCut(parameter, company));
  if (parameters.length === 0) return { parameters, address, diff: [] };
  const kept = all.filter((parameter) => !parameters.includes(parameter));
  const isEmpty = kept.every((parameter) => parameter === '');
  const firstKept = all.findIndex((parameter) => !parameters.includes(parameter));
  const inQuery = all.map(
    (parameter, at): DiffPiece => ({
      text: at < firstKept ? `${parameter}&` : at === firstKept ? parameter : `&${parameter}`,
      what: parameters.includes(parameter) ? 'cut' : 'same',
    }),
  );
  const diff: DiffPiece[] = isEmpty
    ? [
        { text: head, what: 'same' },
        { text: `?${query}`, what: 'cut' },
      ]
    : [{ text: `${head}?`, what: 'same' }, ...inQuery];
  return {
    parameters,
    address: head + (isEmpty ? '' : `?${kept.join('&')}`) + fragment,
    diff: joined([...diff, { text: fragment, what: 'same' }]),
  };
}

/** Neighbours that share their fate as one piece. */
function joined(pieces: readonly DiffPiece[]): DiffPiece[] {
  const result: DiffPiece[] = [];
  for (const { text, what } of pieces) {
    const last = result.at(-1);
    if (text === '') continue;
    if (last?.what === what) last.text += text;
    else result.push({ text, what });
  }
  return result;
}
