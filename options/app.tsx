import { useEffect, useState } from 'preact/hooks';
import { allDamagedRecords } from '../src/storage/damaged.ts';
import type { Database } from '../src/storage/database.ts';
import { currentWork } from '../src/storage/newsletters.ts';
import type { DamagedRecord } from '../src/storage/records.ts';
import { Icon, type IconName, Mark } from '../src/ui/icon.tsx';
import { later } from '../src/ui/later.tsx';
import { type MessageKey, useSay } from '../src/ui/messages.tsx';
import { useLive } from '../src/ui/use-live.ts';
import { FirstNewsletter } from './first-newsletter.tsx';
import { KeepProvider, type Kept, useKeeping } from './keeping.tsx';
import { NewsletterPage } from './newsletter-page.tsx';
import type { OptionsBrowser } from './options-browser.ts';

const ImportPage = later(() => import('./import-page.tsx').then((part) => part.ImportPage));
const BackupPage = later(() => import('./backup-page.tsx').then((part) => part.BackupPage));
const DamagedPage = later(() => import('./damaged-page.tsx').then((part) => part.DamagedPage));
const PrivacyPage = later(() => import('./privacy-page.tsx').then((part) => part.PrivacyPage));
const ShortcutsPage = later(() => import('./shortcuts-page.tsx').then((part) => part.ShortcutsPage));
const StylePage = later(() => import('./style-page.tsx').then((part) => part.StylePage));

const PARTS = {
  newsletter: { icon: 'letter', name: 'optionsNewsletter' },
  style: { icon: 'style', name: 'optionsStyle' },
  import: { icon: 'upload', name: 'optionsImport' },
  backup: { icon: 'disk', name: 'optionsBackup' },
  shortcuts: { icon: 'keys', name: 'optionsShortcuts' },
  privacy: { icon: 'shield', name: 'optionsPrivacy' },
  damaged: { icon: 'warn', name: 'optionsDamaged' },
} as const satisfies Record<string, { icon: IconName; name: MessageKey }>;
type Part = keyof typeof PARTS;

const KEPT = {
  kept: 'optionsAllKept',
  keeping: 'optionsKeeping',
  refused: 'optionsNotKept',
} as const satisfies Record<Kept, MessageKey>;

export interface AppProps {
  db: Database;
  browser: OptionsBrowser;
}

/** The options: a list of parts and one of them beside it. The part is in the address, so that others can lead to it. */
export function App({ db, browser }: AppProps) {
  const say = useSay();
  const { kept, keep } = useKeeping();
  const part = usePart();
  // In an array: until the first answer there is no value, and no newsletter is an answer, too.
  const work = useLive(db, async () => [await currentWork(db)] as const, []);
  const damaged = useDamaged(db);
  const title = say('optionsPageTitle');
  useEffect(() => {
    document.title = `${title} - Roundup`;
  }, [title]);

  const parts = (Object.keys(PARTS) as Part[]).filter((name) => name !== 'damaged' || damaged.length > 0);
  const shown = parts.includes(part) ? part : 'newsletter';
  const [newsletterWork] = work.value ?? [];
  return (
    <KeepProvider value={keep}>
      <div class="opts">
        <header class="side">
          <div class="who">
            <Mark />
            <div class="grow">
              <h1>{title}</h1>
              <p class="which clip">{newsletterWork?.newsletter.name}</p>
            </div>
          </div>
          <nav class="nav" aria-label={title}>
            {parts.map((name) => (
              <a key={name} href={`#${name}`} aria-current={name === shown ? 'page' : undefined}>
                <Icon name={PARTS[name].icon} />
                {say(PARTS[name].name)}
              </a>
            ))}
          </nav>
          <div class="side-foot">
            <span role="status" class={kept === 'refused' ? 'refused' : undefined}>
              {kept === 'refused' && <Icon name="stop" />}
              {newsletterWork !== undefined && say(KEPT[kept])}
            </span>
            <button class="act" type="button" onClick={() => browser.openDesk()}>
              {say('optionsOpenDesk')}
            </button>
          </div>
        </header>
        <main>
          <div class="col">
            {work.error !== undefined && (
              <p class="note note-bad" role="alert">
                <Icon name="stop" />
                <span>{say('optionsNoStorage')}</span>
              </p>
            )}
            {work.value !== undefined && db.isNewer && (
              <p class="note note-warn" role="status" id="newer">
                <Icon name="lock" />
                <span>{say('uiNewer')}</span>
              </p>
            )}
            {shown === 'newsletter' &&
              work.value !== undefined &&
              (newsletterWork === undefined ? (
                <FirstNewsletter db={db} browser={browser} />
              ) : (
                <NewsletterPage key={newsletterWork.newsletter.id} db={db} browser={browser} work={newsletterWork} />
              ))}
            {shown === 'style' && newsletterWork !== undefined && (
              <StylePage db={db} browser={browser} newsletter={newsletterWork.newsletter} />
            )}
            {shown === 'import' && <ImportPage db={db} browser={browser} />}
            {shown === 'backup' && <BackupPage db={db} browser={browser} />}
            {shown === 'shortcuts' && <ShortcutsPage browser={browser} />}
            {shown === 'privacy' && <PrivacyPage />}
            {shown === 'damaged' && <DamagedPage browser={browser} damaged={damaged} />}
          </div>
        </main>
      </div>
    </KeepProvider>
  );
}

/** The damaged records there were when the page was opened: to read all of them at every change would take too long. */
function useDamaged(db: Database): DamagedRecord[] {
  const [damaged, setDamaged] = useState<DamagedRecord[]>([]);
  useEffect(() => {
    let isHere = true;
    // Where the database is refused, the page says so already.
    allDamagedRecords(db).then(
      (found) => isHere && setDamaged(found),
      () => {},
    );
    return () => {
      isHere = false;
    };
  }, [db]);
  return damaged;
}

function usePart(): Part {
  const read = () => location.hash.slice(1) as Part;
  const [part, setPart] = useState(read);
  useEffect(() => {
    const follow = () => setPart(read());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return part;
}
