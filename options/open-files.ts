import type { ImportFile } from '../src/roundup/import-plan.ts';
import type { ChosenFile } from './import-files.ts';
import { CannotRead, type FileFault, LIMITS, mayBeIssue } from './import-limits.ts';
import { unpack, type ZipContents } from './import-zip.ts';

/** The texts among what was chosen. */
export interface OpenedFiles {
  files: ImportFile[];
  faults: { path: string; fault: FileFault }[];
  /** How many files are no Markdown. */
  ignored: number;
}

/**
 * Reads what was chosen: Markdown as it is, byte for byte, and that inside zips.
 *
 * @param leftOut paths that are not to be read (again).
 * @throws CannotRead where it is too much, or nothing of it is Markdown.
 */
export async function openFiles(
  chosen: readonly ChosenFile[],
  leftOut: readonly string[],
  tell: (done: number, path: string) => void,
): Promise<OpenedFiles> {
  const opened: OpenedFiles = { files: [], faults: [], ignored: 0 };
  let room = LIMITS.together;
  const take = (path: string, bytes: Uint8Array<ArrayBuffer>) => {
    room -= bytes.length;
    if (room < 0) throw new CannotRead('together');
    if (opened.files.length >= LIMITS.files) throw new CannotRead('many');
    if (leftOut.includes(path)) return;
    const markdown = textOf(bytes);
    if (markdown === null) opened.faults.push({ path, fault: 'not-text' });
    else opened.files.push({ path, markdown });
  };
  const ahead: Promise<Uint8Array<ArrayBuffer> | null>[] = [];
  for (const [at, { path, file }] of chosen.entries()) {
    tell(at, path);
    // A file is read while those before it are taken in: most of the time goes into waiting for the browser.
    for (const next of chosen.slice(ahead.length, at + READ_AHEAD))
      ahead.push(isText(next) ? bytesOf(next.file) : NONE);
    if (!isZip(path) && !mayBeIssue(path)) opened.ignored += 1;
    else if (!isZip(path) && file.size > LIMITS.file) opened.faults.push({ path, fault: 'large' });
    else if (isZip(path)) {
      const contents = await contentsOf(file, room);
      if (contents === null) {
        opened.faults.push({ path, fault: 'broken-zip' });
        continue;
      }
      opened.ignored += contents.ignored;
      for (const name of contents.large) opened.faults.push({ path: `${path}/${name}`, fault: 'large' });
      for (const one of contents.files) take(`${path}/${one.path}`, one.bytes);
    } else {
      const bytes = await ahead[at];
      ahead[at] = NONE;
      if (bytes == null) opened.faults.push({ path, fault: 'unreadable' });
      else take(path, bytes);
    }
  }
  if (opened.files.length === 0 && opened.faults.length === 0 && leftOut.length === 0) throw new CannotRead('none');
  return opened;
}

/** So many files are being read at once. */
const READ_AHEAD = 16;
const NONE = Promise.resolve(null);

const isZip = (path: string) => /\.zip$/i.test(path);

/** Whether it is read as it is. */
const isText = ({ path, file }: ChosenFile) => !isZip(path) && mayBeIssue(path) && file.size <= LIMITS.file;

/** The bytes of a file; null: it cannot be read. */
const bytesOf = (file: Blob) =>
  file.arrayBuffer().then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  );

/** What a zip holds; null: it is damaged. */
async function contentsOf(zip: Blob, room: number): Promise<ZipContents | null> {
  try {
    return await unpack(zip, room);
  } catch (error) {
    if (error instanceof CannotRead) throw error;
    return null;
  }
}

/** The text of a file, a byte order mark included; null: it is no text in UTF-8. */
export function textOf(bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // Text never holds this character, and pictures nearly always do.
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
