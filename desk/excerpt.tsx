import { useMemo } from 'preact/hooks';
import { excerptOf } from './excerpt-of.ts';

/** The start of a text, the words of its links underlined. */
export function Excerpt({ text }: { text: string }) {
  const pieces = useMemo(() => excerptOf(text), [text]);
  return <>{pieces.map((piece, at) => (piece.linked ? <u key={at}>{piece.text}</u> : piece.text))}</>;
}
