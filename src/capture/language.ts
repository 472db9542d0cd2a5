import { type Thing, textIn } from './json-ld.ts';
import { firstOf, type Metas } from './metas.ts';
import { own } from './own-member.ts';

/** https://www.rfc-editor.org/info/bcp47, as far as pages use it. */
const TAG = /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i;

/**
 * The language of a page as a tag, `pt-BR`: of its root, else what it says to machines; empty: it says none. Networks ask
 * for a locale even of pages whose language has none: it comes last.
 */
export function languageOf(page: Document, metas: Metas, text: Thing | null): string {
  const root = own(page, 'documentElement');
  const header = own(page, 'querySelector')('meta[http-equiv="content-language" i]')?.getAttribute('content');
  const said = [
    root?.getAttribute('lang'),
    root?.getAttribute('xml:lang'),
    header,
    textIn(text?.inLanguage),
    firstOf(metas, 'content-language', 'language', 'dc.language', 'dcterms.language', 'citation_language', 'og:locale'),
  ];
  return said.map((one) => one?.trim().replaceAll('_', '-') ?? '').find((one) => TAG.test(one)) ?? '';
}
