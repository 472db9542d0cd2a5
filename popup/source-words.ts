import type { MessageKey } from '../src/ui/messages.tsx';

const WORDS: readonly [RegExp, MessageKey][] = [
  [/^(?:byline|headline|author-group|h-card|itemprop|rel=)/, 'popupSourceByline'],
  [/^(?:JSON-LD|citation|prism|dc\.)/, 'popupSourceData'],
  [/^(?:og:|twitter:)/, 'popupSourceSharing'],
  [/^h1$/, 'popupSourceHeading'],
  [/^title$/, 'popupSourceWindow'],
  [/author$|^byl$/, 'popupSourceMeta'],
];

/** Where in a page a value stands, in words for people; a source that is not known is another part of it. */
export function sourceWords(source: string | null): MessageKey {
  return WORDS.find(([named]) => named.test(source ?? ''))?.[1] ?? 'popupSourceOther';
}
