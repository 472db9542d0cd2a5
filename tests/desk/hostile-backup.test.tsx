// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { dangersIn } from '../fixtures/dangers.ts';
import { hostileRecords, sealedBackup } from '../fixtures/hostile-contents.ts';
import { restoreInto } from '../fixtures/restored.ts';
import { database } from '../storage/database.ts';
import { NOW, openDesk, press, showMarkdown } from './desk-fixtures.tsx';

const noDangers = () =>
  expect(dangersIn(document.body).filter((danger) => !danger.startsWith('<form class='))).toEqual([]);
const there = (selector: string) =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`There is no ${selector}.`);
    return found;
  });

test.each(['prints', 'refuses'])(
  'the desk shows a hostile backup as text: the newsletter that %s',
  async (current) => {
    const db = database();
    const records = hostileRecords(['https://tide.example/rope', 'https://tide.example/knot']);
    const settings = records.settings.map((one) =>
      one.name === 'currentNewsletter' ? { ...one, value: current } : one,
    );
    await restoreInto(db, await sealedBackup({ ...records, settings }, NOW), NOW);
    openDesk(db);
    await there('#issue [data-entry]');
    noDangers();
    await there(current === 'prints' ? '.read a[href="https://tide.example/knot"]' : '.proof');
    noDangers();
    await showMarkdown();
    noDangers();
    fireEvent.click(await screen.findByRole('tab', { name: /Preflight/ }));
    await waitFor(() => expect(document.querySelector('[data-finding]')).not.toBeNull());
    noDangers();
    for (const list of ['drafts', 'bin', 'backlog']) {
      fireEvent.click(await there(`#rail-panel-${list}`));
      if (current === 'prints') await there(`[data-list="${list}"] [data-entry]`);
      noDangers();
    }
    (await there('#issue [data-entry]')).focus();
    press('Enter');
    await there('form[data-entry] [data-act="done"]');
    if (current === 'prints') {
      fireEvent.click(await there('form[data-entry] [data-act="versions"]'));
      await there('.versions');
    }
    noDangers();
    fireEvent.click(await there('form[data-entry] [data-act="done"]'));
    fireEvent.click(await there('.mast-acts > .btn-primary'));
    await there('[role="dialog"]');
    noDangers();
  },
  60_000,
);
