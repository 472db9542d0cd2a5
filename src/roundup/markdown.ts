/** Text that is Markdown already: a template prints it as it is, while everything else is escaped. */
export class Markdown {
  constructor(readonly source: string) {}

  /** What comparisons and filters of a template see. */
  toString(): string {
    return this.source;
  }
}
