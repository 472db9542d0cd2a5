/** Puts text on the clipboard; call it from a click or key. Rejects where the browser refuses. */
export function copyText(text: string): Promise<void> {
  return navigator.clipboard.writeText(text);
}

/**
 * Hands a text to the browser's downloads under a file name. By a link and not by the downloads API, which would cost
 * a permission. A blob's address dies with its page and the browser may still be asking where to put the file, so it
 * is not revoked: it lives as long as the page.
 */
export function download(name: string, text: string, type = 'text/markdown'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
}
