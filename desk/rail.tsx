import { useSay } from '../src/ui/messages.tsx';
import { BacklogList } from './backlog-list.tsx';
import { BinList } from './bin-list.tsx';
import type { RailData } from './desk-data.ts';
import type { RailTab } from './desk-place.ts';
import { DraftsList } from './drafts-list.tsx';
import { memo } from './memo.ts';
import { Tabs } from './tabs.tsx';

interface RailProps {
  data: RailData;
  tab: RailTab;
  onTab: (tab: RailTab) => void;
}

/** What lies beside the issue: backlog, drafts and bin. */
export const Rail = memo(function Rail({ data, tab, onTab }: RailProps) {
  const say = useSay();
  const tabs = [
    { value: 'backlog', label: say('deskBacklog'), count: data.backlog.length },
    { value: 'drafts', label: say('deskDrafts'), count: data.drafts.length },
    { value: 'bin', label: say('deskBin'), count: data.bin.length },
  ] as const;
  return (
    <section class="rail" aria-label={say('deskRail')}>
      <h2 class="vh">{say('deskRail')}</h2>
      <Tabs label={say('deskLists')} tabs={tabs} value={tab} onChoose={onTab} panelId="rail-panel" />
      <div class="scroll" id="rail-panel" role="tabpanel" aria-labelledby={`rail-panel-${tab}`} data-list={tab}>
        {tab === 'backlog' && <BacklogList entries={data.backlog} />}
        {tab === 'drafts' && <DraftsList drafts={data.drafts} />}
        {tab === 'bin' && <BinList entries={data.bin} />}
      </div>
    </section>
  );
});
