import { useMemo } from 'preact/hooks';
import { excerptOf } from './excerpt-of.ts';

/** The start of a text, the words of its links underlined. */
export function Excerpt({ text }: { text: string }) {
  const pieces = useMemo(() => excerptOf(text), [text]);
  return (
    <>
      {pieces.map((piece, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name
        piece.linked ? <u key={at}>{piece.text}</u> : piece.text,
      )}
    </>
  );
}
