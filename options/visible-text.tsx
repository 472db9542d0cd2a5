import { Fragment } from 'preact';
import { toVisible } from './visible-space.ts';

/** A text with its white space to be seen, whose lines still break between words. */
export function VisibleText({ text }: { text: string }) {
  return (
    <>
      {toVisible(text)
        .split(/(?<=␣)/)
        .map((word, at) => (
          <Fragment key={at}>
            {word}
            <wbr />
          </Fragment>
        ))}
    </>
  );
}
