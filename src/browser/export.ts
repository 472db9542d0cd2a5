/** Puts text on the clipboard; call it from a click or key. Rejects where the browser refuses. */
export function copyText(text: string): Promise<void> {
  return navigator.clipboard.writeText(text);
}

/**
 * Puts formatted text on the clipboard, with plain text beside it for what takes only words; call it from a click or
 * key. Rejects where the browser refuses. Firefox has ClipboardItem since 127.
 */
export function copyRichText({ html, plain }: { html: string; plain: string }): Promise<void> {
  const blob = (text: string, type: string) => new Blob([text], { type });
  return navigator.clipboard.write([
    new ClipboardItem({ 'text/html': blob(html, 'text/html'), 'text/plain': blob(plain, 'text/plain') }),
  ]);
}

/**
 * Hands a text to the browser's downloads under a file name. By a link and not by the downloads API, which would cost
 * a permission. A blob's address dies with its page and the browser may still be asking where to put the file, so it
 * is not revoked: it lives as long as the page.
 */
export function download(name: string, text: string, type = 'text/markdown'): void {
  downloadFile(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** The same with a file. */
export function downloadFile(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
}
