import { addressToPrint, withoutParameters } from './address.ts';
import { type Detour, detourOf } from './detours.ts';
import { isPersonal } from './personal-parameters.ts';

/** Why an address is not one to print without a look, and what could be printed instead. */
export interface Caution {
  /** `reader`: a parameter, or a name in front of the host, says who copied it. The rest as in a detour. */
  why: Detour['why'] | 'reader';
  /** Null: the address itself does not tell. */
  offered: string | null;
}

/** What is to be pointed out about an address that is to be printed; null: nothing. */
export function cautionOf(address: string): Caution | null {
  // Who writes about a page on their own machine knows; preflight says it before the issue goes out.
  if (/^\s*https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+)(?::\d+)?(?:[/?#]|$)/i.test(address)) return null;
  const detour = detourOf(address);
  if (detour !== null) {
    return { why: detour.why, offered: detour.target === null ? null : addressToPrint(detour.target).address };
  }
  // `https://ada:secret@a.example/x`: how somebody logs in.
  const bare = address.replace(/^(\s*https?:\/\/)[^/?#]*@/i, '$1');
  const { address: plain } = withoutParameters(bare, isPersonal);
  return plain === address ? null : { why: 'reader', offered: plain };
}
