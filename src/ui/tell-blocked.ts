import './unexpected.css';
import type { Database } from '../storage/database.ts';
import type { Say } from './messages.tsx';

/**
 * Says what to close while another page keeps the database from being upgraded, until it is. Beside the page's own tree,
 * which is not there yet: it waits for the database.
 */
export function tellBlocked(db: Database, say: Say): void {
  let place: HTMLElement | null = null;
  db.on('blocked', () => {
    if (place !== null) return;
    place = document.createElement('p');
    place.className = 'unexpected note note-warn';
    place.setAttribute('role', 'status');
    place.id = 'blocked';
    place.textContent = say('uiBlocked');
    document.body.append(place);
  });
  db.on('ready', () => place?.remove());
}
