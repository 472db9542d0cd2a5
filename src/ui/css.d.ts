// A page imports its stylesheet; esbuild writes it beside the page's script.
declare module '*.css';
