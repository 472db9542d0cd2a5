import { Inflate, Unzip, type UnzipDecoder } from 'fflate';
import { CannotRead, LIMITS, mayBeIssue } from './import-limits.ts';

/** What a zip holds. */
export interface ZipContents {
  files: { path: string; bytes: Uint8Array<ArrayBuffer> }[];
  /** Those larger than an issue can be. */
  large: string[];
  /** How many names are no Markdown, hidden, or lead out of the folder. */
  ignored: number;
}

/** So much of a zip is unpacked at a time; what a bomb makes of it still fits into memory. */
const CHUNK = 16_384;

/**
 * Unpacks the Markdown files of a zip, chunk by chunk, and stops unpacking a file that gets larger than an issue can be.
 *
 * @param room how many bytes all of it may have.
 * @throws CannotRead where it holds too much; any other error says that the zip is damaged.
 */
export async function unpack(zip: Blob, room: number): Promise<ZipContents> {
  const contents: ZipContents = { files: [], large: [], ignored: 0 };
  const counted = await namesCounted(zip);
  let names = 0;
  let unfinished = 0;
  let unpacked = 0;
  const decoder = (compression: number, isPacked: boolean) =>
    class implements UnzipDecoder {
      static compression = compression;
      ondata: UnzipDecoder['ondata'] = () => {};
      /** null: this file is of no interest, or no longer. */
      #inflate: Inflate | null;
      readonly #isWanted: boolean;

      constructor(name: string) {
        this.#isWanted = mayBeIssue(name);
        this.#inflate =
          isPacked && this.#isWanted ? new Inflate((data, final) => this.ondata(null, data, final)) : null;
      }

      push(data: Uint8Array<ArrayBuffer>, final: boolean) {
        if (this.#inflate !== null) this.#inflate.push(data, final);
        else this.ondata(null, this.#isWanted ? data : NOTHING, final);
      }

      terminate() {
        this.#inflate = null;
      }
    };
  const unzip = new Unzip((file) => {
    names += 1;
    if (names > LIMITS.names) throw new CannotRead('many');
    const { name } = file;
    const isWanted = mayBeIssue(name);
    if (!isWanted) contents.ignored += 1;
    let size = 0;
    let chunks: Uint8Array[] = [];
    unfinished += 1;
    file.ondata = (error, data, final) => {
      if (error) throw error;
      if (isWanted) {
        unpacked += data.length;
        if (unpacked > room) throw new CannotRead('together');
        if (size <= LIMITS.file) {
          size += data.length;
          chunks.push(data);
          if (size > LIMITS.file) {
            contents.large.push(name);
            chunks = [];
            file.terminate();
          }
        }
      }
      if (!final) return;
      unfinished -= 1;
      if (isWanted && size <= LIMITS.file) contents.files.push({ path: name, bytes: joined(chunks, size) });
      if (contents.files.length > LIMITS.files) throw new CannotRead('many');
    };
    file.start();
  });
  unzip.register(decoder(0, false));
  unzip.register(decoder(8, true));
  for (let at = 0; at < zip.size; at += CHUNK) {
    const bytes = new Uint8Array(await zip.slice(at, at + CHUNK).arrayBuffer());
    unzip.push(bytes, at + CHUNK >= zip.size);
  }
  if (unfinished > 0 || names !== counted) throw new Error('It does not hold what its directory says.');
  return contents;
}

/** At its end a zip says how many names it holds; what has no such end was cut off, or is no zip. */
async function namesCounted(zip: Blob): Promise<number> {
  const tail = new DataView(await zip.slice(Math.max(0, zip.size - LONGEST_END)).arrayBuffer());
  for (let at = tail.byteLength - END; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === END_SIGNATURE) return tail.getUint16(at + 10, true);
  }
  throw new Error('It has no end.');
}

/** The record at the end of a zip, and with the longest comment behind it. APPNOTE.TXT, section 4.3.16. */
const END = 22;
const LONGEST_END = END + 65_535;
const END_SIGNATURE = 0x06054b50;

const NOTHING = new Uint8Array(0);

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
