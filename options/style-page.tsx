import { useMemo, useState } from 'preact/hooks';
import { DEFAULT_STYLE, type HouseStyle } from '../src/domain/house-style.ts';
import { DEFAULT_ISSUE_TITLE, type Newsletter } from '../src/domain/newsletter.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import type { Database } from '../src/storage/database.ts';
import { updateNewsletter } from '../src/storage/newsletters.ts';
import { nameDate } from '../src/ui/day-names.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { useLive } from '../src/ui/use-live.ts';
import { useKeep } from './keeping.tsx';
import type { OptionsBrowser } from './options-browser.ts';
import { OtherRules } from './other-rules.tsx';
import { OutletSpellings } from './outlet-spellings.tsx';
import { readSample } from './read-sample.ts';
import { type Printing, STYLE_PARTS } from './style-parts.ts';
import { StyleRule } from './style-rule.tsx';
import { TemplateEditor } from './template-editor.tsx';

interface StylePageProps {
  db: Database;
  browser: OptionsBrowser;
  newsletter: Newsletter;
}

/** How a newsletter prints that has learned nothing. */
const BEGINNING: Printing = { style: DEFAULT_STYLE, issueTitle: DEFAULT_ISSUE_TITLE };

/** How the newsletter prints: what was learned and why, the templates, and what they print. All of it can be changed. */
export function StylePage({ db, browser, newsletter }: StylePageProps) {
  const say = useSay();
  const keep = useKeep();
  const [undone, setUndone] = useState<Printing | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { learned, style, issueTitle } = newsletter;
  const before: Printing = learned ?? BEGINNING;
  const rules = useMemo(() => new Map((learned?.rules ?? []).map((rule) => [rule.name, rule])), [learned]);
  const sample = useLive(db, () => readSample(db, newsletter.id, { chosen, now: browser.now() }), [
    newsletter.id,
    chosen,
  ]).value;
  const change = (edit: (printing: Printing) => Printing) => {
    setUndone(null);
    keep(
      updateNewsletter(db, newsletter.id, (now) => {
        const { style, issueTitle } = edit(now);
        return { ...now, style, issueTitle, changedAt: browser.now() };
      }),
    );
  };
  const changeStyle = (edit: (style: HouseStyle) => HouseStyle) =>
    change((now) => ({ ...now, style: edit(now.style) }));
  const isChanged = JSON.stringify(style) !== JSON.stringify(before.style) || issueTitle !== before.issueTitle;
  const others = (learned?.rules ?? []).filter(
    ({ name }) => !name.startsWith('outlet:') && !STYLE_PARTS.some((part) => part.name === name),
  );
  const today = dayOf(new Date(browser.now()));
  return (
    <>
      <h2>{say('styleTitle')}</h2>
      <p class="lede">
        {learned === undefined
          ? say('styleNotLearned')
          : say(
              'styleLearned',
              sayCount(say, 'styleIssues', learned.issues),
              sayCount(say, 'styleEntries', learned.entries),
              nameDate(dayOf(new Date(learned.at)), today),
            )}{' '}
        {learned === undefined && <a href="#import">{say('styleImport')}</a>}
      </p>
      <div class="style">
        <section class="learned" aria-labelledby="what-was-learned">
          <h3 id="what-was-learned">{say(learned === undefined ? 'styleRules' : 'styleWhatLearned')}</h3>
          {STYLE_PARTS.map((part) => (
            <StyleRule
              key={part.name}
              part={part}
              value={part.of(style)}
              before={part.of(before.style)}
              rule={rules.get(part.name)}
              onChange={(value) => changeStyle((now) => part.with(now, value))}
            />
          ))}
          <OtherRules rules={others} />
          <OutletSpellings db={db} rules={rules} now={browser.now} />
          {isChanged && (
            <p>
              <button
                class="btn btn-sm"
                type="button"
                id="style-back"
                onClick={() => {
                  const was = { style, issueTitle };
                  change(() => before);
                  setUndone(was);
                }}
              >
                {say(learned === undefined ? 'styleBackDefault' : 'styleBackAll')}
              </button>
            </p>
          )}
          <p role="status">
            {undone !== null && (
              <>
                {say('styleIsBack')}{' '}
                <button class="act act-in" type="button" id="style-undo" onClick={() => change(() => undone)}>
                  {say('popupUndo')}
                </button>
              </>
            )}
          </p>
        </section>
        {sample !== undefined && (
          <TemplateEditor
            newsletter={newsletter}
            before={before}
            sample={sample}
            issues={sample.issues}
            onChooseIssue={setChosen}
            onChange={change}
          />
        )}
      </div>
    </>
  );
}
