import type { Entry } from '../src/domain/entry.ts';
import type { Issue } from '../src/domain/issue.ts';
import type { Newsletter } from '../src/domain/newsletter.ts';
import { dayOf } from '../src/domain/plain-date.ts';
import type { Database } from '../src/storage/database.ts';
import { entriesCsv } from '../src/storage/entries-csv.ts';
import { allEntries, entriesJson } from '../src/storage/entries-file.ts';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import type { DeskBrowser } from './desk-browser.ts';
import { frozenMarkdown } from './frozen-markdown.ts';
import { typedAhead } from './typed-ahead.ts';
import { press as coming, type Press, usePress } from './use-press.ts';

interface TakeAwayWork {
  db: Database;
  browser: DeskBrowser;
  newsletter: Newsletter | null;
  issue: Issue | null;
  entries: readonly Entry[];
  /** Nothing has been written in the issue yet. */
  blank: boolean;
  /** Says what was done, or why not. */
  tell: (said: string) => void;
}

/** The ways out of the desk. Each says by itself what came of it. */
export interface TakeAwayWays {
  /** Whether there is an issue to take away; all entries can be taken at any time. */
  printable: boolean;
  copy: () => void;
  copyRich: () => void;
  downloadMarkdown: () => void;
  downloadHtml: () => void;
  /** Byte for byte what was published, of an issue that was. */
  downloadAsItWentOut: () => void;
  downloadJson: () => void;
  downloadCsv: () => void;
}

/** The Markdown to hand over, and what is to be said with it. */
interface Handed {
  press: Press;
  issue: Issue;
  newsletter: Newsletter;
  markdown: string;
  /** The sentence, with how many links differ behind it. */
  withProof: (said: string) => string;
}

/**
 * Hands the issue over: a published one byte for byte as it went out, any other as it prints at this moment, with a word
 * about links that do not read back as written.
 */
export function useTakeAway(work: TakeAwayWork): TakeAwayWays {
  const say = useSay();
  const { db, browser, newsletter, issue, entries, tell } = work;
  const frozen = frozenMarkdown(issue);
  const press = usePress();
  const printable = frozen !== null || !work.blank;

  /** A clipboard wants to be written to in the very event of a key or a click: it waits only where it must. */
  const withPress = (use: (press: Press) => void) => {
    if (press === null) void coming.then(use);
    else use(press);
  };
  const handOver = (take: (handed: Handed) => void) => {
    if (issue === null || newsletter === null || !printable) return;
    withPress((press) => hand(press, { issue, newsletter }, take));
  };
  const hand = (press: Press, of: { issue: Issue; newsletter: Newsletter }, take: (handed: Handed) => void) => {
    const { issue, newsletter } = of;
    if (frozen !== null) return take({ press, ...of, markdown: frozen, withProof: (said) => said });
    const now = typedAhead(db).over({ issue, entries });
    const { rendering, fault } = { rendering: null, ...press.print(now.issue, now.entries, newsletter) };
    if (fault !== null || rendering === null) return tell(say('deskNothingToCopy'));
    const withProof = (said: string) => {
      const differing = press.verify(rendering, now.entries).differences.length;
      return differing === 0 ? said : `${said} ${sayCount(say, 'deskButDiffers', differing)}`;
    };
    take({ press, newsletter, issue: now.issue, markdown: rendering.markdown, withProof });
  };
  const copied = (copying: Promise<void>, said: () => string) => {
    copying.then(
      () => tell(said()),
      () => tell(say('deskCopyRefused')),
    );
  };
  const download = (name: string, text: string, type: string) => {
    browser.download(name, text, type);
    return say('deskDownloaded', name);
  };
  const downloadAll = async (extension: string, type: string, write: typeof entriesCsv) => {
    try {
      const name = `roundup-entries-${dayOf(new Date(browser.now()))}.${extension}`;
      tell(download(name, write(await allEntries(db)), type));
    } catch (error) {
      tell(say('deskNotDownloaded', error instanceof Error ? error.message : String(error)));
    }
  };

  return {
    printable,
    copy: () =>
      handOver(({ markdown, withProof }) =>
        copied(browser.copyText(markdown), () => withProof(say('deskCopied', issue?.number ?? 0))),
      ),
    copyRich: () =>
      handOver(({ press, markdown, withProof }) =>
        copied(browser.copyRichText(press.richText(markdown)), () =>
          withProof(say('deskCopiedRich', issue?.number ?? 0)),
        ),
      ),
    downloadMarkdown: () =>
      handOver(({ press, issue, newsletter, markdown, withProof }) =>
        tell(withProof(download(press.issueFileName(newsletter, issue, 'md'), markdown, 'text/markdown'))),
      ),
    downloadHtml: () =>
      handOver(({ press, issue, newsletter, markdown, withProof }) => {
        const { name, language } = (frozen === null ? null : issue.printed?.newsletter) ?? newsletter;
        const title = `${name} ${issue.number}`;
        const html = press.standaloneHtml({ markdown, title, subtitle: issue.subtitle, language });
        tell(withProof(download(press.issueFileName(newsletter, issue, 'html'), html, 'text/html')));
      }),
    downloadAsItWentOut: () => {
      if (issue === null || newsletter === null || issue.printed === null) return;
      const { markdown } = issue.printed;
      withPress(({ issueFileName }) =>
        tell(download(issueFileName(newsletter, issue, 'md'), markdown, 'text/markdown')),
      );
    },
    downloadJson: () => void downloadAll('json', 'application/json', (all) => entriesJson(all, browser.now())),
    downloadCsv: () => void downloadAll('csv', 'text/csv', entriesCsv),
  };
}
