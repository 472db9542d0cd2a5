/**
 * What a spreadsheet takes for a formula, or strips until one stands in front: signs, also in full width, behind white
 * space. Apostrophes before it count too, so that whoever takes one away never takes one that was written.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/** A text as the cell of a table: with an apostrophe before it where it would be calculated. */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that was made such a cell. */
export function fromCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
