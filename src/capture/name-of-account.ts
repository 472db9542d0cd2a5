/** `Ada Quill (@ada@tide.example)`, `Ada Quill (@ada) on X` */
const ACCOUNT = /^(.{1,80}?)\s+\(@[\w.@-]{2,80}\)(?:\s+(?:on|auf|sur|en)\s+\S+)?$/u;

/** Who is named where a title is that of an account, as social sites give it for each of its posts; empty: it is none. */
export const nameOfAccount = (title: string): string => ACCOUNT.exec(title)?.[1] ?? '';
