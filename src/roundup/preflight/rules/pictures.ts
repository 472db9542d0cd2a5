import { withoutScheme } from '../../../domain/address.ts';
import { escapeText, foldText } from '../../escape.ts';
import type { Facts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import type { IssueText } from '../issue-texts.ts';
import type { TextLink } from '../read-text.ts';
import { onHolder } from './on-holder.ts';

/** Pictures without a description. An `alt=""` in HTML is a decision: the picture is decoration. */
export function pictures({ holders }: Facts): Finding[] {
  return holders.flatMap((holder) =>
    holder.texts.flatMap((text) =>
      text.links.filter(isUndescribed).map((picture) =>
        onHolder(holder, {
          kind: 'picture',
          severity: 'fix',
          content: [picture.address],
          detail: { address: withoutScheme(picture.address) },
          repairs: [
            { kind: 'describe', value: '', changesWith: (words) => text.write(described(text, picture, words)) },
          ],
        }),
      ),
    ),
  );
}

const isUndescribed = ({ kind, words }: TextLink) =>
  (kind === 'image' && foldText(words ?? '') === '') || (kind === 'html-image' && words === null);

function described({ source }: IssueText, { kind, wordsAt, start }: TextLink, words: string): string {
  const at = wordsAt ?? start;
  const folded = foldText(words).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const written = kind === 'image' ? escapeText(words) : ` alt="${folded}"`;
  return source.slice(0, at) + written + source.slice(at);
}
