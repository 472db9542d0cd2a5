type Picking = typeof globalThis & {
  showDirectoryPicker?: (how: {
    id: string;
    mode: 'readwrite';
    startIn: 'documents';
  }) => Promise<FileSystemDirectoryHandle>;
};
type Asking = FileSystemDirectoryHandle & {
  requestPermission?: (how: { mode: 'readwrite' }) => Promise<PermissionState>;
};

/** Whether the browser lets the editor choose a folder that is then written into: Chromium does. */
export const canPickFolder = (): boolean => (globalThis as Picking).showDirectoryPicker !== undefined;

/** Lets the editor choose a folder; call it from a click. null: none was chosen. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const picked = (globalThis as Picking).showDirectoryPicker?.({
      id: 'backups',
      mode: 'readwrite',
      startIn: 'documents',
    });
    return (await picked) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Asks again whether a folder may be written into; call it from a click. */
export async function askForFolder(folder: FileSystemDirectoryHandle): Promise<boolean> {
  return (await (folder as Asking).requestPermission?.({ mode: 'readwrite' })) === 'granted';
}
