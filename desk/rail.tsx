import './rail.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { sweepBin } from '../src/storage/bin.ts';
import { isComposing } from '../src/ui/keys.ts';
import { useSay } from '../src/ui/messages.tsx';
import { BacklogList } from './backlog-list.tsx';
import { BinList } from './bin-list.tsx';
import { useDesk } from './desk-context.ts';
import type { RailData } from './desk-data.ts';
import type { RailTab } from './desk-place.ts';
import { DraftsList } from './drafts-list.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { memo } from './memo.ts';
import { SearchField } from './search-field.tsx';
import { SearchResults } from './search-results.tsx';
import { Tabs } from './tabs.tsx';
import { useSearch } from './use-search.ts';

interface RailProps {
  data: RailData;
  tab: RailTab;
  onTab: (tab: RailTab) => void;
}

/** What lies beside the issue: backlog, drafts and bin; in their place, while something is looked for, what was found. */
export const Rail = memo(function Rail({ data, tab, onTab }: RailProps) {
  const say = useSay();
  const { db, browser, commands } = useDesk();
  const rail = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);
  const [query, setQuery] = useState('');
  const [begun, begin] = useState(false);
  const [showsKeys, showKeys] = useState(false);
  const found = useSearch(query, begun);
  useEffect(() => {
    if (!db.isNewer) sweepBin(db, browser.now()).catch(commands.failed);
  }, [db]);

  const searching = query.trim() !== '';
  const leave = () => {
    setQuery('');
    const back = before.current;
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus();
    else rail.current?.querySelector<HTMLElement>('#find')?.focus();
  };
  /** The field and everything that was found, in the order of the arrow keys. */
  const stops = () => [...(rail.current?.querySelectorAll<HTMLElement>('#find, [data-found]') ?? [])];
  const onKeyDown = (event: KeyboardEvent) => {
    const inResults = event.target instanceof Element && event.target.closest('[data-list="search"]') !== null;
    if (!inResults || isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const all = stops();
      const item = (event.target as Element).closest('.found')?.querySelector<HTMLElement>('[data-found]');
      const at = item ? all.indexOf(item) : 0;
      all[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const tabs = [
    { value: 'backlog', label: say('deskBacklog'), count: data.backlog.length },
    { value: 'drafts', label: say('deskDrafts'), count: data.drafts.length },
    { value: 'bin', label: say('deskBin'), count: data.bin.length },
  ] as const;
  return (
    <section class="rail" aria-label={say('deskRail')} ref={rail} onKeyDown={onKeyDown}>
      <h2 class="vh">{say('deskRail')}</h2>
      <SearchField
        value={query}
        onChange={setQuery}
        onBegin={(from) => {
          if (from?.closest('.rail') == null) before.current = from;
          begin(true);
        }}
        onEnter={() => stops()[1]?.click()}
        onDown={() => stops()[1]?.focus()}
        onEscape={leave}
      />
      {searching ? (
        <SearchResults found={found} onLeave={() => setQuery('')} />
      ) : (
        <>
          <Tabs label={say('deskLists')} tabs={tabs} value={tab} onChoose={onTab} panelId="rail-panel" />
          <div class="scroll" id="rail-panel" role="tabpanel" aria-labelledby={`rail-panel-${tab}`} data-list={tab}>
            {tab === 'backlog' && <BacklogList entries={data.backlog} />}
            {tab === 'drafts' && <DraftsList drafts={data.drafts} />}
            {tab === 'bin' && <BinList entries={data.bin} />}
          </div>
          <div class="rail-foot">
            <button class="act" type="button" onClick={() => void browser.openOptions('import')}>
              {say('deskImport')}
            </button>
            <button class="act" type="button" onClick={() => showKeys(true)}>
              {say('deskKeyboard')}
            </button>
          </div>
        </>
      )}
      {showsKeys && <KeysDialog onClose={() => showKeys(false)} />}
    </section>
  );
});
