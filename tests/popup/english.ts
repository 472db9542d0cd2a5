import en from '../../_locales/en/messages.json';
import type { Say } from '../../src/ui/messages.tsx';

/** The English texts, as the browser would give them. */
export const english: Say = (key, ...values) =>
  en[key].message.replace(/\$(\d)/g, (_, place: string) => String(values[Number(place) - 1] ?? ''));
