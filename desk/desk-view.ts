/** What a desk too narrow for all of its columns shows. */
export type View = 'issue' | 'backlog' | 'preview' | 'preflight';
