import type { Kind } from './finding.ts';

/**
 * The id under which a finding is waved through: its kind, where it is, and what is wrong, the last as a hash, because
 * addresses are long. Two hashes of 32 bits by different rules (FNV-1a and djb2): this is no secret, only a name.
 */
export function findingId(kind: Kind, where: string, ...content: readonly (string | number)[]): string {
  return `${kind}/${where}/${hash(content.join('\n'))}`;
}

function hash(text: string): string {
  let fnv = 0x811c9dc5;
  let djb = 5381;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    fnv = Math.imul(fnv ^ code, 0x01000193);
    djb = (Math.imul(djb, 33) + code) | 0;
  }
  return (fnv >>> 0).toString(36) + (djb >>> 0).toString(36);
}
