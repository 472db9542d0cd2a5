export type Browser = 'chrome' | 'firefox';

/** A manifest as far as the two browsers differ in it. */
export interface Manifest {
  version: string;
  background: { service_worker?: string; scripts?: string[]; type?: string; preferred_environment?: string[] };
  [key: string]: unknown;
}

/**
 * The manifest of one browser. Firefox's leaves out what only Chrome knows. Chrome's is the whole: `web-ext lint` knows
 * no other browser than Firefox and refuses a manifest without Firefox's keys. Chrome passes over them in silence, but
 * for `background.scripts`: of that it says on its page for developers that it is not used. `preferred_environment`
 * tells the linter that the scripts are meant for Firefox.
 */
export function manifestFor(browser: Browser, manifest: Manifest): Manifest {
  if (browser === 'chrome') return manifest;
  const { minimum_chrome_version: _, ...rest } = manifest;
  const { service_worker: __, preferred_environment: ___, ...background } = manifest.background;
  return { ...rest, background } as Manifest;
}
