/** Where a template of the house style is wrong. */
export interface StyleFault {
  line: number;
  column: number;
  /** What the template engine says, in its own words. */
  reason: string;
}

/** Reads an error of the template engine; what is no error of a template has line 0. */
export function styleFaultOf(error: unknown): StyleFault {
  const message = error instanceof Error ? error.message : String(error);
  const match = /^(.*?)(?:, file:.*)?, line:(\d+), col:(\d+)/s.exec(message);
  const [, reason = message, line = '0', column = '0'] = match ?? [];
  return { line: Number(line), column: Number(column), reason: (reason.split('\n')[0] ?? '').trim() };
}
