/** A page as the local site serves it: what the capture can read from it, and something to see. */
export interface WebPage {
  title: string;
  author: string;
  outlet: string;
  text: string;
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** The page as HTML, its metadata in the tags that sites use for it. */
export function toHtml(page: WebPage): string {
  const meta = [
    ['property', 'og:title', page.title],
    ['property', 'og:site_name', page.outlet],
    ['name', 'author', page.author],
  ]
    .filter(([, , content]) => content !== '')
    .map(([attribute, name, content]) => `<meta ${attribute}="${name}" content="${escapeHtml(content ?? '')}">`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
${meta.join('\n')}
<style>
  body { font: 1.1rem/1.6 Georgia, serif; max-width: 36rem; margin: 3rem auto; padding: 0 1rem; color: #222; background: #fff }
  .by { color: #666; font-style: italic }
</style>
<article>
  <h1>${escapeHtml(page.title)}</h1>
  <p class="by">${escapeHtml([page.author, page.outlet].filter(Boolean).join(', '))}</p>
  <p>${escapeHtml(page.text)}</p>
</article>
</html>
`;
}

/** A page that lists links, for a start page. */
export function toIndex(title: string, links: readonly { href: string; text: string }[]): string {
  const items = links.map(({ href, text }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(text)}</a></li>`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>body { font: 1.1rem/1.8 Georgia, serif; max-width: 36rem; margin: 3rem auto; padding: 0 1rem }</style>
<h1>${escapeHtml(title)}</h1>
<p>Open one and click the Roundup button in the toolbar, or press Alt+Shift+E.</p>
<ul>
${items.join('\n')}
</ul>
</html>
`;
}
