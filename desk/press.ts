/**
 * Whatever of the desk prints, or reads what was printed. Templates and the Markdown parser weigh as much as all else on
 * it: the issue can be worked on before they come.
 */
export { issueFileName } from '../src/roundup/issue-file-name.ts';
export { printedAddressOf } from '../src/roundup/preflight/issue-address.ts';
export { preflight } from '../src/roundup/preflight/preflight.ts';
export { richText } from '../src/roundup/rich-text.ts';
export { standaloneHtml } from '../src/roundup/standalone-html.ts';
export { verify } from '../src/roundup/verify.ts';
export { automaticTitle } from './automatic-title.ts';
export { PreflightList } from './preflight-list.tsx';
export { CommentaryPreview, Preview } from './preview.tsx';
export { print } from './print.ts';
