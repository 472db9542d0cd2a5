/** By then the browser has given the popup its size. Milliseconds. */
const SETTLED = 300;

/**
 * On a low screen the browser cuts the popup off, and Save with it: then the form takes the height there is. Not by
 * `100vh` from the start, because browsers size a popup by its content, which would then depend on itself.
 */
export function fitWindow(): void {
  setTimeout(() => {
    const { documentElement: root } = document;
    if (root.scrollHeight > innerHeight) root.dataset.low = '';
  }, SETTLED);
}
