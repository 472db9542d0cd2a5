/** What a browser keeps of a screen's height for its own bars above a popup, in CSS pixels; measured 90 in Chromium. */
const BARS = 110;

/**
 * On a low screen the browser cuts the popup off, and Save with it: there the form is lower. Told by the screen and not
 * by the window, because browsers size a popup by its content, which would then depend on itself.
 */
export function fitScreen(): void {
  if (screen.availHeight === 0) return;
  const height = Math.max(320, screen.availHeight - BARS);
  if (height < 600) document.documentElement.style.setProperty('--cap-height', `${height}px`);
}
