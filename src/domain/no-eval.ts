import * as z from 'zod/mini';

// zod tries `new Function` before its first parse to see whether it may compile schemas. The content policy refuses
// that and reports a violation each time. Pages import this first, before any schema is used.
z.config({ jitless: true });
