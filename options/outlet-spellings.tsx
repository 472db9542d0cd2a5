import { useState } from 'preact/hooks';
import type { LearnedRule } from '../src/domain/learned.ts';
import type { Database } from '../src/storage/database.ts';
import { allOutlets, correctOutlet } from '../src/storage/outlets.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { useLive } from '../src/ui/use-live.ts';
import { useKeep } from './keeping.tsx';
import { KeptField } from './kept-field.tsx';

interface OutletSpellingsProps {
  db: Database;
  rules: ReadonlyMap<string, LearnedRule>;
  now: () => number;
}

/** So many are shown at first. */
const SHOWN = 10;
const NUMBER = new Intl.NumberFormat('en');

/** How each outlet is spelled, with its evidence; corrected in place. */
export function OutletSpellings({ db, rules, now }: OutletSpellingsProps) {
  const say = useSay();
  const keep = useKeep();
  const [all, setAll] = useState(false);
  const outlets = (useLive(db, allOutlets, []).value ?? []).filter(({ name }) => name !== null);
  if (outlets.length === 0) return null;
  const seen = (host: string) => rules.get(`outlet:${host}`);
  const sorted = outlets.toSorted((a, b) => (seen(b.host)?.of ?? 0) - (seen(a.host)?.of ?? 0));
  return (
    <div class="rule" id="outlets">
      <h4>{say('styleOutlets')}</h4>
      <span class="val">{sayCount(say, 'styleSites', outlets.length)}</span>
      <div class="rule-edit">
        {sorted.slice(0, all ? undefined : SHOWN).map(({ host, name }) => {
          const rule = seen(host);
          const others = (rule?.others ?? []).slice(0, 3);
          return (
            <div key={host} class="outlet">
              <label for={`outlet-${host}`}>{host}</label>
              <div>
                <KeptField
                  id={`outlet-${host}`}
                  class="input"
                  value={name ?? ''}
                  refuse={(text) => (text.trim() === '' ? say('styleOutletEmpty') : null)}
                  onKeep={(text) => keep(correctOutlet(db, host, { name: text.trim() }, now()))}
                />
                {rule !== undefined && (
                  <p class="hint">
                    {say('styleEvidence', NUMBER.format(rule.count), NUMBER.format(rule.of))}
                    {others.length > 0 &&
                      ` · ${say('styleOthers')} ${others.map((one) => `${one.value} ${one.count}`).join(', ')}`}
                  </p>
                )}
              </div>
            </div>
          );
        })}
        {outlets.length > SHOWN && !all && (
          <button class="act" type="button" onClick={() => setAll(true)}>
            {sayCount(say, 'styleAllSites', outlets.length)}
          </button>
        )}
      </div>
    </div>
  );
}
