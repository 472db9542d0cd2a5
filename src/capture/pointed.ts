// These run inside the page, sent as their text: they see their arguments and the page, and nothing around them here.

/**
 * The words of the link that leads to an address: of the one that has the focus, which a click with the right button
 * gives it, else of the first that has words. A link around a picture is called as the picture is described. The
 * prototype's own member is asked: a page can hide that of its document.
 */
export function wordsOfLink(address: string): string {
  const find = Document.prototype.querySelectorAll;
  const links = Array.from(find.call(document, 'a[href], area[href]')).slice(0, 20_000) as HTMLAnchorElement[];
  const alike = links.filter((link) => link.href === address);
  const focused = alike.filter((link) => link.matches(':focus'));
  for (const link of [...focused, ...alike]) {
    const picture = link.querySelector('img[alt]')?.getAttribute('alt');
    const words = link.textContent?.trim() || link.getAttribute('aria-label')?.trim() || picture?.trim() || '';
    if (words !== '') return words.slice(0, 1000);
  }
  return '';
}

/** The description of the picture with this address; empty: the page gives none. */
export function altOfPicture(address: string): string {
  const find = Document.prototype.querySelectorAll;
  const pictures = Array.from(find.call(document, 'img')).slice(0, 20_000) as HTMLImageElement[];
  const alike = pictures.filter((picture) => picture.currentSrc === address || picture.src === address);
  const described = alike.map((picture) => picture.getAttribute('alt') ?? picture.getAttribute('aria-label') ?? '');
  return (described.find((alt) => alt.trim() !== '') ?? '').trim().slice(0, 1000);
}
