import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanAddress } from '../../src/domain/address.ts';
import type { DrivenBrowser, Popup, Tab } from '../browsers/browser.ts';
import { downloadInto } from '../browsers/download.ts';
import type { Plan, Step } from './plan.ts';

/** What the player tells while it plays, and where it leaves its pictures. */
export interface Stage {
  /** Folder for the screenshots: one of every kind of step. */
  out: string;
  /** Folder into which the browser puts downloads. */
  downloads: string;
  say: (line: string) => void;
}

/**
 * Plays the main job as an editor does it, through what the editor sees: every page is opened, the toolbar button
 * clicked, the popup filled and saved; then the desk is opened and the issue downloaded.
 *
 * @returns the Markdown of the downloaded file.
 */
export async function play(browser: DrivenBrowser, plan: Plan, stage: Stage): Promise<string> {
  const pictured = new Set<string>();
  const picture = async (surface: Tab | Popup, name: string) => {
    if (pictured.has(name)) return;
    pictured.add(name);
    await surface.screenshot(join(stage.out, `${String(pictured.size).padStart(2, '0')}-${name}.png`));
  };
  const [first] = plan.steps;
  if (first === undefined) throw new Error('There is nothing to play.');
  const tab = await browser.openTab(first.address);
  for (const [at, step] of plan.steps.entries()) {
    await tab.goto(step.address);
    await picture(tab, 'page');
    const popup = await browser.clickToolbarButton(tab);
    if (at === 0) await nameNewsletter(popup, plan.newsletter, picture);
    await write(popup, step, picture).catch(async (error) => {
      await picture(popup, 'failed');
      throw error;
    });
    stage.say(
      `${at + 1}/${plan.steps.length} saved to “${step.section}” (${step.isNote ? 'note' : step.shape}): ${step.title}`,
    );
    await popup.close();
  }
  return exportIssue(browser, plan.steps.length, stage, picture);
}

type Picture = (surface: Tab | Popup, name: string) => Promise<void>;

async function nameNewsletter(popup: Popup, name: string, picture: Picture): Promise<void> {
  await popup.waitFor(() => document.querySelector('#newsletter') !== null);
  await popup.click('#newsletter');
  await popup.type(name);
  await picture(popup, 'first-run');
  await popup.press('Enter');
}

/** The demo also runs on machines that do much else. */
const PATIENT = { timeout: 60_000 };

/** The form stands, and the page has been read. */
const READ = `document.querySelector('#commentary') && document.querySelector('#address-shown, #address') && !document.querySelector('.spin')`;

async function write(popup: Popup, step: Step, picture: Picture): Promise<void> {
  await popup.waitFor(READ, PATIENT);
  await picture(popup, 'popup-fresh');
  if (step.isNote) await replaceAddress(popup, '');
  else await correct(popup, step);
  await chooseSection(popup, step.section, picture);
  await popup.click(`label:has(input[name="shape"][value="${step.shape}"])`);
  await popup.click('#commentary');
  await popup.type(step.typed);
  if (step.words !== null) {
    await popup.evaluate(
      (start, end) => (document.querySelector('#commentary') as HTMLTextAreaElement).setSelectionRange(start, end),
      step.words.start,
      step.words.end,
    );
    await popup.press('Control+k');
  }
  await popup.waitFor(
    (shape) => document.querySelector(`input[name="shape"][value="${shape}"]:checked`) !== null,
    PATIENT,
    step.shape,
  );
  await picture(popup, step.isNote ? 'popup-note' : `popup-${step.shape}`);
  await popup.press('Control+Enter');
  await popup.waitFor(() => document.querySelector('#undo') !== null, PATIENT);
  await picture(popup, 'popup-saved');
}

/** Makes title, byline and address what the issue says, where the page said something else. */
async function correct(popup: Popup, step: Step): Promise<void> {
  const shown = await popup.evaluate(() => {
    const value = (id: string) => (document.querySelector(id) as HTMLInputElement | null)?.value ?? '';
    return { title: value('#title'), byline: value('#byline') };
  });
  if (shown.title !== step.title) await replace(popup, '#title', step.title);
  if (step.shape === 'headline' && shown.byline !== step.byline) await replace(popup, '#byline', step.byline);
  // The issue printed the address with what is cut out of it today.
  if (cleanAddress(step.address).removed.length > 0) await popup.click('.addr-note button');
}

async function replaceAddress(popup: Popup, address: string): Promise<void> {
  await popup.click('.addr-url button');
  await replace(popup, '#address', address);
}

async function replace(popup: Popup, field: string, text: string): Promise<void> {
  await popup.click(field);
  await popup.press('Control+a');
  if (text === '') await popup.press('Delete');
  else await popup.type(text);
}

async function chooseSection(popup: Popup, section: string, picture: Picture): Promise<void> {
  await popup.click('#section');
  await popup.type(section);
  await popup.waitFor(() => document.querySelector('[role="option"][aria-selected="true"]') !== null);
  await picture(popup, 'popup-section');
  await popup.press('Enter');
  await popup.waitFor(
    (name) =>
      (document.querySelector('#section') as HTMLInputElement).value === name &&
      !document.querySelector('[role="listbox"]'),
    PATIENT,
    section,
  );
}

async function exportIssue(browser: DrivenBrowser, entries: number, stage: Stage, picture: Picture): Promise<string> {
  const desk = await browser.openExtensionPage('desk/desk.html');
  const shown = (count: number) => document.querySelectorAll('#issue [data-entry]').length === count;
  await desk.waitFor(shown, PATIENT, entries).catch(async (error) => {
    await picture(desk, 'failed');
    throw error;
  });
  await desk.waitFor(() => document.querySelector('.proof') !== null, PATIENT);
  await picture(desk, 'desk');
  await desk.click('.way-download button[aria-haspopup="menu"]');
  const file = await downloadInto(stage.downloads, () => desk.click('.way-download [role="menuitem"]'));
  return readFile(file, 'utf8');
}
