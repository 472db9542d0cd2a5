import type { Issue } from '../src/domain/issue.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import { isPlainDate } from '../src/domain/plain-date.ts';
import { fileNameFault, issueFileName } from '../src/roundup/issue-file-name.ts';
import type { Database } from '../src/storage/database.ts';
import { issuesOf, updateIssue, updateNewsletter, type Work } from '../src/storage/newsletters.ts';
import { useSay } from '../src/ui/messages.tsx';
import { useLive } from '../src/ui/use-live.ts';
import { issueLine, templateFault } from './issue-line.ts';
import { useKeep } from './keeping.tsx';
import { KeptField } from './kept-field.tsx';
import { Newsletters } from './newsletters.tsx';
import type { OptionsBrowser } from './options-browser.ts';
import { RhythmRow } from './rhythm-row.tsx';
import { SectionsTable } from './sections-table.tsx';

export interface NewsletterPageProps {
  db: Database;
  browser: OptionsBrowser;
  work: Work;
}

/** For examples while no issue is open. */
const SOME_ISSUE = { number: 1, date: '2022-08-26' };

/** What the newsletter is called, when it goes out, and the sections it is made of. */
export function NewsletterPage({ db, browser, work: { newsletter, issue } }: NewsletterPageProps) {
  const say = useSay();
  const keep = useKeep();
  const change = (edit: (newsletter: Newsletter) => Newsletter) => keep(updateNewsletter(db, newsletter.id, edit));
  const set = (fields: Partial<Newsletter>) => change((now) => ({ ...now, ...fields, changedAt: browser.now() }));
  const refuseTemplate = (text: string) => {
    const fault = templateFault(text, newsletter, issue);
    return fault === null ? null : say('optionsTemplateFault', fault);
  };
  const title = issue && issueLine(newsletter.issueTitle, newsletter, issue);
  const address = issue && issueLine(newsletter.issueAddress, newsletter, issue);
  return (
    <>
      <h2>{say('optionsNewsletter')}</h2>
      <p class="lede">{say('optionsNewsletterLede')}</p>
      <div class="rows">
        <div class="row">
          <label class="label" for="name">
            {say('optionsName')}
          </label>
          <div>
            <KeptField
              id="name"
              class="input"
              value={newsletter.name}
              refuse={(text) => (text.trim() === '' ? say('optionsNameless') : null)}
              onKeep={(name) => set({ name: name.trim() })}
            />
          </div>
        </div>
        <div class="row">
          <label class="label" for="title">
            {say('optionsIssueTitle')}
          </label>
          <div>
            <KeptField
              id="title"
              class="input code"
              spellcheck={false}
              value={newsletter.issueTitle}
              refuse={refuseTemplate}
              onKeep={(issueTitle) => set({ issueTitle })}
              describedBy="title-next"
            />
            <p class="hint" id="title-next">
              {title && say('optionsIssueTitleNext', title)}
            </p>
          </div>
        </div>
        <div class="row">
          <span class="label" id="next">
            {say('optionsNextIssue')}
          </span>
          {issue === null ? (
            <p class="text">{say('optionsNoOpenIssue')}</p>
          ) : (
            <NextIssue db={db} browser={browser} issue={issue} />
          )}
        </div>
        <RhythmRow
          rhythm={newsletter.rhythm}
          onChange={(edit) => change((now) => ({ ...now, rhythm: edit(now.rhythm), changedAt: browser.now() }))}
        />
        <div class="row">
          <label class="label" for="web">
            {say('optionsIssueAddress')}
          </label>
          <div>
            <KeptField
              id="web"
              class="input code"
              spellcheck={false}
              value={newsletter.issueAddress}
              refuse={refuseTemplate}
              onKeep={(issueAddress) => set({ issueAddress: issueAddress.trim() })}
              describedBy="web-next"
            />
            <p class="hint" id="web-next">
              {address
                ? say('optionsIssueAddressNext', issue.number, address)
                : say('optionsIssueAddressNone', '{{ issue.number }}')}
            </p>
          </div>
        </div>
        <div class="row">
          <label class="label" for="file">
            {say('optionsFileName')}
          </label>
          <div>
            <KeptField
              id="file"
              class="input code"
              spellcheck={false}
              value={newsletter.fileName}
              refuse={(text) => {
                const fault = fileNameFault(text, newsletter, issue ?? SOME_ISSUE);
                return fault === null ? null : say('optionsTemplateFault', fault);
              }}
              onKeep={(fileName) => set({ fileName: fileName.trim() })}
              describedBy="file-next"
            />
            <p class="hint" id="file-next">
              {say(
                'optionsFileNameNext',
                (issue ?? SOME_ISSUE).number,
                issueFileName(newsletter, issue ?? SOME_ISSUE, 'md'),
              )}
            </p>
          </div>
        </div>
      </div>
      <h3 id="sections">{say('optionsSections')}</h3>
      <p>{say('optionsSectionsHint')}</p>
      <SectionsTable db={db} browser={browser} newsletter={newsletter} issue={issue} onChange={change} />
      <Newsletters db={db} browser={browser} current={newsletter} />
    </>
  );
}

/** Number and date of the open issue. */
function NextIssue({ db, browser, issue }: { db: Database; browser: OptionsBrowser; issue: Issue }) {
  const say = useSay();
  const keep = useKeep();
  const issues = useLive(db, () => issuesOf(db, issue.newsletterId), [issue.newsletterId]).value;
  // Until the others are known, a number that one of them has would be taken.
  if (issues === undefined) return null;
  const others = issues.filter(({ id, deletedAt }) => id !== issue.id && deletedAt === null);
  const set = (fields: Partial<Issue>) => keep(updateIssue(db, issue.id, fields, browser.now()));
  const refuseNumber = (text: string) => {
    if (!/^\d{1,9}$/.test(text.trim())) return say('optionsNumberOnly');
    return others.some(({ number }) => number === Number(text)) ? say('optionsNumberTaken', Number(text)) : null;
  };
  return (
    <fieldset class="inline" aria-labelledby="next">
      <span>{say('optionsIssueIs')}</span>
      <KeptField
        class="input num"
        inputMode="numeric"
        label={say('optionsIssueNumber')}
        value={String(issue.number)}
        refuse={refuseNumber}
        onKeep={(text) => set({ number: Number(text) })}
      />
      <span>{say('optionsIssueGoesOut')}</span>
      <KeptField
        class="input"
        type="date"
        label={say('optionsIssueDate')}
        value={issue.date}
        refuse={(text) => (isPlainDate(text) ? null : say('optionsDateOnly'))}
        onKeep={(date) => set({ date })}
      />
    </fieldset>
  );
}
