import './take-away.css';
import type { Issue } from '../src/domain/issue.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { MenuButton, type MenuItem } from './menu-button.tsx';
import type { TakeAwayWays } from './use-take-away.ts';

/**
 * The ways out of the desk, as buttons and a menu. Where there is less room, more of them are in a menu of all; which of
 * the two menus is there is the style sheet's to say.
 */
export function TakeAway({ ways, issue }: { ways: TakeAwayWays; issue: Issue | null }) {
  const say = useSay();
  const downloads = itemsOf(ways, issue, say);
  const copies: MenuItem[] = [
    { key: 'copy', label: say('deskCopy'), onChoose: ways.copy },
    { key: 'rich', label: say('deskCopyRich'), onChoose: ways.copyRich },
  ];
  return (
    <>
      {ways.printable && (
        <>
          <button class="btn way-copy" type="button" title={say('deskCopyHint')} onClick={ways.copy}>
            <Icon name="copy" />
            {say('deskCopy')}
          </button>
          <button class="btn way-rich" type="button" title={say('deskCopyRichHint')} onClick={ways.copyRich}>
            {say('deskCopyRich')}
          </button>
        </>
      )}
      <div class="way-download">
        <MenuButton class="btn btn-icon" name={say('deskDownload')} title={say('deskDownload')} items={downloads}>
          <Icon name="download" />
        </MenuButton>
      </div>
      <div class="way-export">
        <MenuButton class="btn" items={ways.printable ? [...copies, ...apart(downloads)] : downloads}>
          <Icon name="upload" />
          <span class="way-word">{say('deskExport')}</span>
        </MenuButton>
      </div>
    </>
  );
}

/** The files there are. Of a published issue the Markdown is what went out; of one that is being corrected there are both. */
function itemsOf(ways: TakeAwayWays, issue: Issue | null, say: ReturnType<typeof useSay>): MenuItem[] {
  const wentOut = issue !== null && issue.printed !== null;
  const items: MenuItem[] = [];
  if (ways.printable && !(wentOut && issue.state === 'published')) {
    items.push({ key: 'markdown', label: say('deskDownloadMarkdown'), onChoose: ways.downloadMarkdown });
  }
  if (wentOut) items.push({ key: 'went-out', label: say('deskDownloadWentOut'), onChoose: ways.downloadAsItWentOut });
  if (ways.printable) items.push({ key: 'html', label: say('deskDownloadHtml'), onChoose: ways.downloadHtml });
  const all: MenuItem[] = [
    { key: 'json', label: say('deskDownloadJson'), onChoose: ways.downloadJson },
    { key: 'csv', label: say('deskDownloadCsv'), onChoose: ways.downloadCsv },
  ];
  return items.length === 0 ? all : [...items, ...apart(all)];
}

const apart = (items: readonly MenuItem[]): MenuItem[] =>
  items.map((item, at) => (at === 0 ? { ...item, apart: true } : item));
