/** As many bytes are read at once. */
const BLOCK = 1 << 20;

/**
 * The checksum of a blob, whatever its size: the SHA-256 of the SHA-256s of its mebibytes, one behind the other, in hex.
 * The browsers' own SHA-256 takes only what is in memory as a whole.
 *
 * @param look sees every block on its way; what it throws ends the reading.
 */
export async function checksumOf(blob: Blob, look: (block: Uint8Array, done: number) => void): Promise<string> {
  const digests: Uint8Array[] = [];
  for (let at = 0; at < blob.size; at += BLOCK) {
    const bytes = new Uint8Array(await blob.slice(at, at + BLOCK).arrayBuffer());
    look(bytes, Math.min(blob.size, at + BLOCK));
    digests.push(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  }
  const all = new Uint8Array(digests.length * 32);
  for (const [at, digest] of digests.entries()) all.set(digest, at * 32);
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', all)));
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
