import { createContext } from 'preact';

/** From which hosts the editor has let pictures be loaded, and how more are. */
export interface Pictures {
  hosts: ReadonlySet<string>;
  load: (host: string) => void;
  /** Addresses that gave no picture: they are not asked again each time the preview is looked at. */
  failed: ReadonlySet<string>;
  fail: (address: string) => void;
}

/** Without anybody who could allow it, no picture is loaded. */
export const PicturesContext = createContext<Pictures>({
  hosts: new Set(),
  load: () => {},
  failed: new Set(),
  fail: () => {},
});

/** The host that a picture would be asked of. */
export function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}
