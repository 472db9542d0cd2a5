import browser from 'webextension-polyfill';

const PERMISSION = { permissions: ['downloads' as const] };

/** Asks for the browser's downloads; call it from a click. */
export function askForDownloads(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** Whether files may be put into the downloads folder, and can be from here: a service worker has no address for them. */
export async function mayDownload(): Promise<boolean> {
  return typeof URL.createObjectURL === 'function' && (await browser.permissions.contains(PERMISSION));
}

/** A download that takes longer than this has stalled. Milliseconds. */
const PATIENCE = 120_000;

/**
 * Puts a file into the downloads folder without asking; resolves with the download's id once every byte is there. Its
 * address lives as long as the download takes: a blob's dies with its page.
 */
export async function saveDownload(name: string, file: Blob): Promise<number> {
  const url = URL.createObjectURL(file);
  try {
    const id = await browser.downloads.download({ url, filename: name, conflictAction: 'uniquify', saveAs: false });
    await untilComplete(id);
    const [item] = await browser.downloads.search({ id });
    // More than its size the browser does not tell of a file outside.
    if (item === undefined || item.fileSize !== file.size) {
      throw new Error('The file in the downloads folder is not as large as it should be.');
    }
    return id;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function untilComplete(id: number): Promise<void> {
  let end = () => {};
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The download took too long.')), PATIENCE);
    const look = async () => {
      const [item] = await browser.downloads.search({ id });
      if (item?.state === 'complete') resolve();
      else if (item?.state !== 'in_progress') reject(new Error('The browser broke the download off.'));
    };
    const hear = (delta: { id: number }) => {
      if (delta.id === id) look().catch(reject);
    };
    browser.downloads.onChanged.addListener(hear);
    end = () => {
      clearTimeout(timer);
      browser.downloads.onChanged.removeListener(hear);
    };
    // It may be over already.
    look().catch(reject);
  }).finally(() => end());
}

/** Removes files that were put there. One that the editor has moved or deleted is passed over. */
export async function removeDownloads(ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    await browser.downloads.removeFile(id).catch(() => {});
    await browser.downloads.erase({ id });
  }
}
