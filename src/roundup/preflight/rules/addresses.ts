import { detourOf } from '../../../domain/detours.ts';
import { diffOf, withoutWeb } from '../diff.ts';
import type { Facts } from '../facts.ts';
import type { Finding, Kind, ReadyRepair, Severity } from '../finding.ts';
import { type Leftover, personalIn, trackingIn } from '../leftover-parameters.ts';
import type { Mention } from '../mentions.ts';
import { onHolder } from './on-holder.ts';

/** Parameters that count the reader. */
export function trackedAddresses({ mentions }: Facts): Finding[] {
  return mentions.flatMap((mention) => leftover(mention, 'tracking', 'look', trackingIn(mention.address)));
}

/** Addresses that say who the editor is, or that open for them alone, or that lead over somebody else. */
export function personalAddresses({ mentions }: Facts): Finding[] {
  return mentions.flatMap((mention) => {
    const detour = detourOf(mention.address);
    if (detour === null) return leftover(mention, 'personal', 'fix', personalIn(mention.address));
    const { why, severity, target } = detour;
    const repairs: ReadyRepair[] =
      target === null
        ? []
        : [{ kind: 'unwrap', value: target, changes: mention.holder.readdress(mention.address, target) }];
    return [
      onHolder(mention.holder, {
        kind: 'personal',
        severity,
        content: [mention.address],
        detail: { why, address: mention.address },
        diff: [{ text: mention.address, what: 'same' }],
        repairs,
      }),
    ];
  });
}

/** A number sign at the end, with nothing behind it. */
export function emptyFragments({ mentions }: Facts): Finding[] {
  return mentions.flatMap((mention) => {
    if (mention.key === null || !/[^#]#$/.test(mention.address)) return [];
    return [cut(mention, 'empty-fragment', 'look', mention.address.slice(0, -1), [mention.address])];
  });
}

/** What a browser has marked in the page for the one who copied the address. */
export function textFragments({ mentions }: Facts): Finding[] {
  return mentions.flatMap((mention) => {
    const marked = /#?:~:text=.*$/s.exec(mention.address);
    if (mention.key === null || marked === null || !mention.address.includes('#')) return [];
    const address = mention.address.slice(0, marked.index);
    return [cut(mention, 'text-fragment', 'look', address, [mention.address])];
  });
}

/** Named by what is left in it and by its page: it stays the same when something else is cut from the address. */
function leftover(
  mention: Mention,
  kind: Kind,
  severity: Severity,
  { parameters, address, diff }: Leftover,
): Finding[] {
  if (parameters.length === 0) return [];
  const page = mention.address.split('?', 1)[0] ?? '';
  const finding = cut(mention, kind, severity, address, [page, ...parameters]);
  const name = parameters.map((parameter) => parameter.split('=', 1)[0] ?? '').join(', ');
  const detail = { why: 'account', address: mention.address, name, count: parameters.length };
  return [{ ...finding, detail, diff: withoutWeb(diff) }];
}

function cut(mention: Mention, kind: Kind, severity: Severity, to: string, content: readonly string[]): Finding {
  const { holder, address } = mention;
  return onHolder(holder, {
    kind,
    severity,
    content,
    detail: { address },
    diff: withoutWeb(diffOf(address, to)),
    repairs: [{ kind: 'cut', value: to, changes: holder.readdress(address, to) }],
  });
}
