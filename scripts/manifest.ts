export type Browser = 'chrome' | 'firefox';

/** A manifest as far as the two browsers differ in it. */
export interface Manifest {
  version: string;
  background: { service_worker?: string; scripts?: string[]; type?: string };
  [key: string]: unknown;
}

/** The manifest of one browser: the common one without the keys that are foreign to it. */
export function manifestFor(browser: Browser, manifest: Manifest): Manifest {
  const { service_worker, scripts, ...background } = manifest.background;
  if (browser === 'chrome') {
    const { browser_specific_settings: _, ...rest } = manifest;
    return {
      ...rest,
      background: { ...background, ...(service_worker !== undefined && { service_worker }) },
    } as Manifest;
  }
  const { minimum_chrome_version: _, ...rest } = manifest;
  return { ...rest, background: { ...background, ...(scripts !== undefined && { scripts }) } } as Manifest;
}
