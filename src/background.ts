import './domain/no-eval.ts';
import { showBadge } from './browser/badge.ts';
import { onCommand, onStart, openDesk } from './browser/tabs.ts';
import { keepBeforeUpgrade } from './storage/backup/before-upgrade.ts';
import { Database } from './storage/database.ts';
import { countOpenEntries } from './storage/newsletters.ts';

// Wiring only. The background may be stopped at any moment: it holds no state, and nothing waits for it.
// A service worker can load nothing later.
Database.keepBefore = keepBeforeUpgrade;
onStart(async () => showBadge(await countOpenEntries(new Database('relaxed'))));
onCommand('open-desk', () => openDesk());
