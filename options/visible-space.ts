/**
 * White space that can be seen: `␣` for a space, `→` for a tab, `↵` at the end of a line. For fields in which a space
 * more or less decides how an issue prints.
 */
export function toVisible(text: string): string {
  return text.replaceAll(' ', '␣').replaceAll('\t', '→').replaceAll('\n', '↵\n');
}

/** The text that somebody means who typed this into such a field: a typed space and a shown one are the same. */
export function fromVisible(shown: string): string {
  return shown.replaceAll('␣', ' ').replaceAll('→', '\t').replace(/↵\n|↵/g, '\n');
}

/** Where a caret of the typed text stands once it is shown. Offsets in UTF-16 units. */
export function caretIn(typed: string, caret: number): number {
  return toVisible(fromVisible(typed.slice(0, caret))).length;
}
