export type Browser = 'chrome' | 'firefox';

/** A manifest as far as the two browsers differ in it. */
export interface Manifest {
  version: string;
  background: { service_worker?: string; scripts?: string[]; type?: string; preferred_environment?: string[] };
  permissions: string[];
  [key: string]: unknown;
}

/**
 * The manifest of one browser: what only the other knows is left out. Chrome's keeps some of Firefox's keys:
 * `web-ext lint` knows no other browser than Firefox and refuses a manifest without them. Chrome passes over them in
 * silence, but for `background.scripts`: of that it says on its page for developers that it is not used.
 * `preferred_environment` tells the linter that the scripts are meant for Firefox. Of Firefox's sidebar Chrome says
 * that it does not know it.
 */
export function manifestFor(browser: Browser, manifest: Manifest): Manifest {
  if (browser === 'chrome') {
    const { sidebar_action: _, ...rest } = manifest;
    return rest as Manifest;
  }
  const { minimum_chrome_version: _, side_panel: __, ...rest } = manifest;
  const { service_worker: ___, preferred_environment: ____, ...background } = manifest.background;
  const permissions = manifest.permissions.filter((permission) => permission !== 'sidePanel');
  return { ...rest, permissions, background } as Manifest;
}
