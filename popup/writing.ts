import type { Subscription } from 'dexie';
import type { Reading } from '../src/browser/read-tab.ts';
import type { ReadingTab } from '../src/browser/tabs.ts';
import { addressToPrint } from '../src/domain/address.ts';
import { entryBeingWritten } from '../src/domain/being-written.ts';
import { blankEntry, type Caret, Entry, keysOf } from '../src/domain/entry.ts';
import { type Gathered, isNews, nothingYet } from '../src/domain/gathered.ts';
import type { Link } from '../src/domain/link.ts';
import { addSection, type Newsletter } from '../src/domain/newsletter.ts';
import { siteOf } from '../src/domain/origins.ts';
import { timeOfChange } from '../src/domain/time-of-change.ts';
import type { Database, Durability } from '../src/storage/database.ts';
import {
  entriesIn,
  entriesLeadingTo,
  entryBeingWatched,
  entryToGoOnWith,
  keepRevision,
  keepTyping,
} from '../src/storage/entries.ts';
import { lastHeld, noteSaved } from '../src/storage/lost.ts';
import { memoryOf } from '../src/storage/memory.ts';
import {
  currentWork,
  hasDamagedIssue,
  onlyDamagedNewsletters,
  updateNewsletter,
  type Work,
} from '../src/storage/newsletters.ts';
import { correctOutlet, outletOf } from '../src/storage/outlets.ts';
import { readSetting, writeSetting } from '../src/storage/settings.ts';
import { bringHome, forgetAside, joined, layAside, textToContinue } from '../src/storage/unfinished.ts';
import { troubleOf } from '../src/ui/trouble.ts';
import { compose, type Edits, isEmpty, lateTitle } from './compose.ts';
import { renamed, withLink, withoutLink } from './further-links.ts';
import { otherAddress, otherByline, otherTitle } from './other-values.ts';
import { canBeLinked, pageKey } from './page-key.ts';
import { WritesUnderWay } from './writes-under-way.ts';
import { stateAtFirst, type WritingState } from './writing-state.ts';

/** What writing needs from outside. */
export interface WritingDeps {
  /** A new connection. What is typed goes through a relaxed one, opened at once; Save through a strict one. */
  open: (durability: Durability) => Promise<Database>;
  now: () => number;
  newId: () => string;
  /** Nothing can be kept here, so the database is not asked. */
  forgetful: boolean;
}

/**
 * One entry being written: from the first frame, when neither page nor database is known, until it is saved. What is
 * typed is written to the database in the input event itself. Knows no interface: components show its state and call it.
 */
export class Writing {
  #state: WritingState;
  /** What the database held, or a blank entry; never what was written here, so that every edit can be taken back. */
  #base: Entry;
  readonly #deps: WritingDeps;
  readonly #listeners = new Set<() => void>();
  readonly #subscriptions: Subscription[] = [];
  #watchingPage: Subscription | undefined;
  #watchingEntry: Subscription | undefined;
  /** Page, database and an earlier entry are known: what is typed can be written. */
  #ready = false;
  /** The database has answered, for good or ill. */
  #known = false;
  readonly #whenKnown: (() => void)[] = [];
  #composing: Promise<void> | null = null;
  #endComposition: (() => void) | undefined;
  #strictDb: Promise<Database> | undefined;
  readonly #writes = new WritesUnderWay(() => this.#keep());
  #lastWritten = '';
  #lastCommentary = '';
  #revisionKept = false;
  /** The id of the version that keeps what another page has written since the last write. */
  #theirs: string | undefined;
  /** It is saved, or taken back. Nothing of it is shown: what is drawn anew stands between the key and the disk. */
  #saving = false;
  /** The blank entry that was left for one that was offered. */
  #left: Entry | undefined;
  #ended = false;

  constructor(deps: WritingDeps) {
    this.#deps = deps;
    this.#base = blankEntry(deps.newId(), deps.now());
    this.#state = stateAtFirst(this.#base, deps.forgetful);
  }

  get state(): WritingState {
    return this.#state;
  }

  /** Calls back after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Finds out about page and database, in whatever order they answer. Never rejects. */
  async begin(browser: {
    readingTab(): Promise<ReadingTab | null>;
    readTab(tab: ReadingTab): Promise<Reading>;
  }): Promise<void> {
    const tab = browser.readingTab().catch(() => null);
    const page = tab.then(async (found) => {
      this.#change({ tab: found });
      const reading: Reading = found === null ? { outcome: 'browser-page' } : await browser.readTab(found);
      this.#change({ reading });
      this.#learnLateTitle();
      // What the page says belongs to a draft that has begun.
      const begun = Object.keys(this.#state.edits).length > 0;
      if (begun && this.#state.original === null) this.#keep();
    });
    const database = this.#deps.forgetful ? Promise.resolve() : this.#openDatabase(tab);
    await Promise.all([page, database]);
  }

  async #openDatabase(tab: Promise<ReadingTab | null>): Promise<void> {
    try {
      const db = await this.#deps.open('relaxed');
      this.#change({ db });
      const [work, recent, gathered] = await Promise.all([
        currentWork(db),
        readSetting(db, 'recentSections'),
        readSetting(db, 'gathered'),
      ]);
      if (work === undefined && (await onlyDamagedNewsletters(db))) {
        this.#change({ unkept: 'damaged', keeping: 'failed' });
        return;
      }
      if (db.isNewer) {
        this.#change({ work, unkept: 'newer', keeping: 'failed' });
        return;
      }
      if (work === undefined && lastHeld() !== null) {
        this.#change({ unkept: 'lost', keeping: 'failed' });
        return;
      }
      const issueDamaged = work?.issue === null && (await hasDamagedIssue(db, work.newsletter.id));
      // What was put into an entry is seen there; what it concerns is told once it is known which entry opens.
      if (gathered !== undefined && isWorthTelling(gathered, this.#deps.now())) this.#change({ gathered });
      const phase = work === undefined ? 'first-run' : 'writing';
      this.#change({ work, recent: recent ?? [], issueDamaged, phase });
      this.#watchWork();
      if (work !== undefined) await this.#goOn(await tab, work);
    } catch (error) {
      this.#change({ unkept: 'refused', keeping: 'failed', trouble: troubleOf(error) });
    } finally {
      this.#setKnown();
    }
  }

  /** Goes on with what was written about the page before, and from then on keeps what is typed. */
  async #goOn(tab: ReadingTab | null, work: Work): Promise<void> {
    const provisional = this.#base.id;
    await bringHome(this.#db, work, provisional);
    const key = pageKey(tab);
    const leading = await this.#entriesAbout(tab, work);
    if (tab !== null && canBeLinked(tab)) {
      this.#remember(tab.address, leading, work);
      this.#change({ outlet: await outletOf(this.#db, siteOf(tab.address)) });
    }
    const found = entryToGoOnWith(leading, key, work.issue?.id ?? null);
    const typed = this.#state.edits.commentary ?? '';
    const before = found && (await textToContinue(this.#db, found, provisional, typed));
    // The text of a field must not be exchanged while an input method composes in it.
    await this.#composing;
    if (this.#ended) return;
    if (found !== undefined) this.#adopt(found, before);
    else this.#watchPage(tab, work);
    // The form does not wait for it.
    if (found === undefined && canBeLinked(tab)) this.#offerDraft(work).catch((error) => this.fail(error));
    this.#ready = true;
    // Save must not wait for it; what is wrong with it is said there.
    this.#saver().catch(() => {});
    this.#learnLateTitle();
    if (Object.keys(this.#state.edits).length === 0) return;
    this.#layAside();
    if (this.#base.id !== provisional) forgetAside(provisional);
    this.#keep();
  }

  /** A page that nothing is known of may belong to what is being written. */
  async #offerDraft(work: Work): Promise<void> {
    const { sound } = await entriesIn(this.#db, work.newsletter.id, 'draft');
    this.#change({ offer: entryBeingWritten(sound, this.#deps.now()) ?? null });
  }

  /**
   * Something may be written about the page elsewhere before a word is written here: then it is gone on with. It ends with
   * the first word, each of which would wake it, and Save would wait for its answer.
   */
  #watchPage(tab: ReadingTab | null, work: Work): void {
    this.#watchingPage?.unsubscribe();
    this.#watchingPage = this.#db
      .watch(() => this.#entriesAbout(tab, work))
      .subscribe({
        next: (leading) => {
          const { phase, edits } = this.#state;
          const found = entryToGoOnWith(leading, pageKey(tab), this.#state.work?.issue?.id ?? null);
          if (found === undefined || !this.isIdle || phase !== 'writing' || this.#saving || edits.caret !== undefined)
            return;
          this.#watchingPage?.unsubscribe();
          if (found.id !== this.#base.id) this.#adopt(found);
        },
        error: (error) => this.fail(error),
      });
  }

  /** Nothing was written or chosen here since it was opened. */
  get isIdle(): boolean {
    const { phase, edits } = this.#state;
    return phase === 'saved' || Object.keys(edits).every((field) => field === 'caret');
  }

  /** Whether the entry leads to the page with this key. */
  leadsTo(key: string): boolean {
    return this.#state.entry.page === key || keysOf(this.#state.entry).includes(key);
  }

  /** Reads the page again, which Roundup has not been let see before. */
  async lookAgain(tab: ReadingTab, read: Promise<Reading>): Promise<void> {
    this.#change({ tab, reading: undefined });
    this.#change({ reading: await read });
    this.#learnLateTitle();
    if (!this.isIdle && this.#state.original === null) this.#keep();
  }

  /** Goes over to the draft that was offered, with this page as a further link of it. */
  joinOffer(): void {
    const { offer, entry } = this.#state;
    const [link] = entry.links;
    if (offer === null || link === undefined) return;
    this.#unwatchEntry();
    this.#left = this.#base;
    this.#change({ edits: {} });
    this.#adopt(offer);
    this.addLink(link);
  }

  /** Takes the page that was just added out again, and goes back to it where the entry was gone over to for it. */
  undoAdding(): void {
    const { added, replaced } = this.#state;
    if (added === null) return;
    this.removeLink(added);
    if (this.#left === undefined) return;
    this.flush();
    this.#unwatchEntry();
    this.#base = this.#left;
    this.#left = undefined;
    const caret = { start: 0, end: 0, scrollTop: 0 };
    const back = { edits: {}, original: null, keeping: 'nothing', added: null } as const;
    this.#change({ ...back, replaced: { version: replaced.version + 1, caret } });
    const { tab, work } = this.#state;
    if (work !== undefined) this.#watchPage(tab ?? null, work);
  }

  /** Says what was just kept. */
  gather(gathered: Gathered): void {
    this.#change({ gathered });
  }

  /** Throws away what was kept without the popup; the bin has it. */
  async undoGathered(): Promise<void> {
    const { gathered, original } = this.#state;
    if (gathered === null) return;
    const now = this.#deps.now();
    try {
      const { applyChanges } = await import('../src/storage/changes.ts');
      await applyChanges(
        this.#db,
        gathered.entryIds.map((id) => ({ table: 'entries', id, fields: { deletedAt: now } })),
      );
      await writeSetting(this.#db, 'gathered', nothingYet(0));
      this.#change({ gathered: null });
      if (original !== null && gathered.entryIds.includes(original.id)) this.startAnother();
    } catch (error) {
      this.fail(error);
    }
  }

  /** Not to be asked again. */
  refuseOffer(): void {
    this.#change({ offer: null });
  }

  /** Adds a page as a further link. Where the text is to hold its links, it stands at the end of the text as well. */
  addLink(link: Link): void {
    this.#editWithText(withLink(this.#state.entry, link));
    this.#change({ added: link.key, offer: null });
  }

  /** Calls a link behind the first otherwise. */
  renameLink(key: string, title: string): void {
    this.edit(renamed(this.#state.entry, key, title));
  }

  /** Takes a link behind the first out again, and with it what was put at the end of the text, while it stands there. */
  removeLink(key: string): void {
    const edits = withoutLink(this.#state.entry, key);
    if (edits === null) return;
    this.#editWithText(edits);
    this.#change({ added: null });
  }

  /** An edit that did not come from the field shows its text there. */
  #editWithText(edits: Edits): void {
    this.edit(edits);
    const { commentary, caret } = edits;
    if (commentary === undefined) return;
    this.#change({ replaced: { version: this.#state.replaced.version + 1, caret: caret ?? null } });
  }

  /** Looks up the issues in which the page ran; the form does not wait for it. */
  #remember(address: string, leading: readonly Entry[], work: Work): void {
    memoryOf(this.#db, address, leading, work.newsletter).then(
      (memory) => this.#change({ memory }),
      (error) => this.fail(error),
    );
  }

  /** All pages of the browser share one key: a draft is gone on with there, a note that was saved is not. */
  async #entriesAbout(tab: ReadingTab | null, work: Work): Promise<Entry[]> {
    const leading = await entriesLeadingTo(this.#db, work.newsletter.id, pageKey(tab));
    return canBeLinked(tab) ? leading : leading.filter((entry) => entry.state === 'draft');
  }

  /** Takes over an entry from the database; what has been typed meanwhile goes behind this text of it. */
  #adopt(found: Entry, text = found.commentary): void {
    this.#base = found;
    const { commentary: typed, caret, ...edits } = this.#state.edits;
    const merged: Edits = { ...edits };
    let at = found.caret;
    if (typed !== undefined && typed !== '') {
      const before = joined(text, '');
      merged.commentary = before + typed;
      const { start, end } = caret ?? { start: typed.length, end: typed.length };
      at = { start: start + before.length, end: end + before.length, scrollTop: Number.MAX_SAFE_INTEGER };
    }
    const end = found.commentary.length;
    this.#change({
      edits: merged,
      original: found.state === 'kept' ? found : null,
      keeping: found.state === 'kept' ? 'nothing' : 'kept',
      replaced: {
        version: this.#state.replaced.version + 1,
        caret: at ?? { start: end, end, scrollTop: 0 },
      },
    });
    this.#watchEntry(found.id);
  }

  /** Begins with the newsletter that has just been founded. */
  async found(beginning: (db: Database) => Promise<void>): Promise<void> {
    await beginning(this.#db);
    const work = await currentWork(this.#db);
    this.#change({ work, phase: 'writing' });
    if (work !== undefined) await this.#goOn(this.#state.tab ?? null, work);
  }

  /** Changes fields and writes the entry at once: call it from the input event itself. */
  edit(edits: Edits): void {
    this.#change({ edits: { ...this.#state.edits, ...edits }, missing: null });
    this.#layAside();
    this.#keep();
  }

  /** Synchronously, for the moments in which the database has not answered or cannot keep up. */
  #layAside(): void {
    const { phase, unkept, entry } = this.#state;
    // A damaged newsletter may be mended, a lost one restored, and then has its text.
    const canComeHome = unkept !== 'private' && unkept !== 'refused';
    if (canComeHome && phase === 'writing' && !this.#ended)
      layAside({ ...entry, editedAt: timeOfChange(this.#deps.now(), this.#base.editedAt) });
  }

  /** The caret has moved; told to the database only once there is something to come back to. */
  moveCaret(caret: Caret): void {
    const { entry, edits, keeping, original } = this.#state;
    const before = entry.caret;
    if (before?.start === caret.start && before.end === caret.end && before.scrollTop === caret.scrollTop) return;
    const begun = original === null ? keeping !== 'nothing' : Object.keys(edits).some((field) => field !== 'caret');
    if (begun) this.edit({ caret });
  }

  /** Puts the next byline that the page offers into the field, or the one before. */
  stepByline(by: 1 | -1): void {
    this.#editAtAll(otherByline(this.#state, by));
  }

  /** The page's whole title, with the site's name, and back. */
  toggleRawTitle(): void {
    this.#editAtAll(otherTitle(this.#state));
  }

  /** The address as the browser shows it, and back to the clean one. */
  toggleCleaning(): void {
    this.#editAtAll(otherAddress(this.#state));
  }

  #editAtAll(edits: Edits | null): void {
    if (edits !== null) this.edit(edits);
  }

  /** Takes the editing of a field back: it shows again what page or database say. */
  takeBack(field: 'address'): void {
    const { [field]: _gone, ...edits } = this.#state.edits;
    this.#change({ edits });
    const { tab, entry } = this.#state;
    // It was cleared on an earlier day: the tab still knows it.
    if (field === 'address' && entry.links.length === 0 && tab) {
      this.#change({ edits: { ...edits, address: addressToPrint(tab.address).address } });
    }
    this.#keep();
  }

  /** Told by the commentary field, whose text is then left alone. */
  setComposing(composing: boolean): void {
    if (composing) {
      this.#composing = new Promise((resolve) => {
        this.#endComposition = resolve;
      });
    } else {
      this.#endComposition?.();
      this.#composing = null;
    }
  }

  /** Makes a section with this name, without a usual shape of its own yet, and files the entry there. */
  async createSection(name: string): Promise<void> {
    const { work } = this.#state;
    if (work === undefined) return;
    const { now, newId } = this.#deps;
    const id = newId();
    try {
      const newsletter = await updateNewsletter(this.#db, work.newsletter.id, (current: Newsletter) =>
        addSection(current, { id, name, shape: null, now: now() }),
      );
      if (newsletter === undefined) return;
      this.#change({ work: { ...work, newsletter } });
      this.edit({ sectionId: id });
    } catch (error) {
      this.fail(error);
    }
  }

  /** Leaves the kept entry as it is now and begins a second one about the same page. */
  startAnother(): void {
    const { newId, now } = this.#deps;
    this.flush();
    this.#writes.forgetWaiting();
    this.#unwatchEntry();
    this.#base = blankEntry(newId(), now());
    this.#revisionKept = false;
    this.#change({
      edits: {},
      original: null,
      keeping: 'nothing',
      lateTitle: null,
      added: null,
      replaced: { version: this.#state.replaced.version + 1, caret: { start: 0, end: 0, scrollTop: 0 } },
    });
  }

  /** Saves the entry, once however often it is called; `later` puts it into the backlog. */
  async save(later = false): Promise<void> {
    const { phase, unkept } = this.#state;
    if (phase !== 'writing' || this.#saving || unkept !== null) return;
    this.#saving = true;
    // Said once more where it is still missing.
    if (this.#state.missing !== null) this.#change({ missing: null });
    try {
      await this.#untilKnown();
      if (!this.#ready) return;
      if (later) this.#change({ edits: { ...this.#state.edits, issueId: null } });
      const { entry } = this.#state;
      const missing = isEmpty(entry) ? 'words' : entry.sectionId === null ? 'section' : null;
      if (missing !== null) {
        this.#change({ missing });
        return;
      }
      this.#unwatchEntry();
      await this.#keepRevisionOnce();
      const kept = await this.#saveUntilStill();
      this.#change({ phase: 'saved', entry: kept, trouble: null, keeping: 'kept' });
      forgetAside(kept.id);
      if (this.#state.original === null) noteSaved(kept.editedAt);
    } catch (error) {
      this.fail(error);
      this.#watchEntry(this.#base.id);
    } finally {
      this.#saving = false;
    }
  }

  /** Remembers for the site what the editor wrote otherwise than was proposed. */
  async #learnOutlet({ links: [link], touched, sectionId }: Entry): Promise<void> {
    const { work, outlet } = this.#state;
    const site = siteOf(link?.address ?? '');
    if (link === undefined || link.capture === null || work === undefined || site === '') return;
    const byline = touched.includes('byline')
      ? (await import('../src/roundup/correction.ts')).correctionOf(
          link.byline,
          link.capture,
          work.newsletter.style.byline,
          outlet,
        )
      : {};
    const section = touched.includes('section') ? { sectionId } : {};
    const correction = { ...byline, ...section };
    if (Object.keys(correction).length > 0) await correctOutlet(this.#db, site, correction, this.#deps.now());
  }

  /** Whoever goes on typing while the disk is busy gets that saved too. */
  async #saveUntilStill(): Promise<Entry> {
    for (;;) {
      const { entry, edits } = this.#state;
      const [{ saveEntryAtOnce }, db] = await Promise.all([this.#saver(), this.#strict()]);
      const kept = await saveEntryAtOnce(db, entry, this.#deps.now());
      // Before it is told: whoever reads that it is saved may close the popup at once. The entry is safe; what is not
      // learned now is proposed as before, and learned another time.
      if (this.#state.edits === edits) await this.#learnOutlet(kept).catch(() => undefined);
      if (this.#state.edits === edits) return kept;
    }
  }

  /** What saves comes behind the database: the form does not wait for it. */
  #saver() {
    return import('../src/storage/save-entry.ts');
  }

  /** The connection for Save, opened when it is needed. */
  #strict(): Promise<Database> {
    this.#strictDb ??= this.#deps.open('strict');
    return this.#strictDb;
  }

  /** The connection for all else. Nothing is asked of it before it is there: nothing is known till then. */
  get #db(): Database {
    const { db } = this.#state;
    if (db === undefined) throw new Error('The database has not been opened.');
    return db;
  }

  /** Resolves when the database has answered, whatever it said. */
  #untilKnown(): Promise<void> {
    if (this.#known) return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenKnown.push(resolve);
    });
  }

  #setKnown(): void {
    this.#known = true;
    for (const resolve of this.#whenKnown.splice(0)) resolve();
  }

  /** Takes the saving back, once: the draft is a draft again, an entry that was kept before is what it was. */
  async undoSave(): Promise<void> {
    const { phase, entry, original } = this.#state;
    const { newId, now } = this.#deps;
    if (phase !== 'saved' || this.#saving) return;
    this.#saving = true;
    try {
      if (original !== null) await keepRevision(this.#db, entry, newId(), now());
      const was: Entry = original ?? { ...entry, state: 'draft', savedAt: null };
      const back: Entry = { ...was, editedAt: timeOfChange(now(), entry.editedAt) };
      await keepTyping(this.#db, back);
      this.#base = back;
      this.#revisionKept = false;
      this.#change({ phase: 'writing', edits: {}, keeping: 'kept' });
      this.#watchEntry(back.id);
    } catch (error) {
      this.fail(error);
    } finally {
      this.#saving = false;
    }
  }

  /** The one place where failures of this page end: the editor is told, the text stays. */
  fail(error: unknown): void {
    this.#change({ trouble: troubleOf(error), keeping: 'failed' });
  }

  /** Lets go of the database. */
  end(): void {
    this.#ended = true;
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#watchingPage?.unsubscribe();
    this.#watchingEntry?.unsubscribe();
    this.#listeners.clear();
  }

  /** The page is about to go: what still waits for its turn is written now. */
  flush(): void {
    if (this.#writes.isOneWaiting) this.#keep(true);
  }

  #keep(atOnce = false): void {
    const { phase, unkept, original, keeping, edits } = this.#state;
    const untouched = keeping === 'nothing' && Object.keys(edits).length === 0;
    if (!this.#ready || untouched || phase !== 'writing' || this.#saving || unkept !== null) return;
    if (!this.#writes.mayBegin(atOnce)) return;
    const editedAt = timeOfChange(this.#deps.now(), this.#base.editedAt);
    const entry: Entry = { ...this.#state.entry, editedAt };
    this.#watchingPage?.unsubscribe();
    this.#theirs = undefined;
    const written = keepTyping(this.#db, entry);
    this.#lastWritten = fingerprint(entry);
    this.#lastCommentary = entry.commentary;
    if (original !== null) this.#keepRevisionOnce().catch((error) => this.fail(error));
    this.#change({ keeping: this.#state.keeping === 'kept' ? 'kept' : 'under-way' });
    this.#writes.add(written, {
      arrived: (isAll) => {
        // It arrived in a database that is gone.
        if (this.#state.trouble?.kind === 'gone') return;
        const isShown = entry.id === this.#base.id;
        this.#change({ trouble: null, ...(isShown && { keeping: 'kept' as const }) });
        // What is typed while it is saved waits for the saving.
        if (isAll && !this.#saving) forgetAside(entry.id);
      },
      failed: (error) => this.fail(error),
      over: () => {
        const unwatched = this.#watchingEntry === undefined && !this.#saving;
        if (unwatched && entry.id === this.#base.id) this.#watchEntry(entry.id);
      },
    });
  }

  /** Once in a session, what a kept entry was before it is changed. */
  async #keepRevisionOnce(): Promise<void> {
    const { original } = this.#state;
    if (original === null || this.#revisionKept) return;
    this.#revisionKept = true;
    await keepRevision(this.#db, original, this.#deps.newId(), this.#deps.now());
  }

  #watchWork(): void {
    const db = this.#db;
    const changes = db.watch(async () => ({
      work: await currentWork(db),
      recent: (await readSetting(db, 'recentSections')) ?? [],
    }));
    this.#subscriptions.push(
      changes.subscribe({
        next: ({ work, recent }) => {
          if (work !== undefined && this.#ready) this.#change({ work, recent });
        },
        error: (error) => this.fail(error),
      }),
    );
  }

  #unwatchEntry(): void {
    this.#watchingEntry?.unsubscribe();
    this.#watchingEntry = undefined;
  }

  /** Another page may change the entry while this popup is open: what was not edited here follows. */
  #watchEntry(id: string): void {
    const db = this.#db;
    this.#watchingEntry?.unsubscribe();
    this.#watchingEntry = db
      .watch(() => entryBeingWatched(db, id))
      .subscribe({
        next: (entry) => {
          const own = this.#writes.areAny || (entry !== undefined && fingerprint(entry) === this.#lastWritten);
          if (entry === undefined || own || entry.id !== this.#base.id || this.#state.phase !== 'writing') return;
          const before = this.#state.entry.commentary;
          const behind = this.#addedBehind(entry.commentary);
          if (this.#givesWay(entry.commentary, behind)) this.#keepTheirs(entry).catch((error) => this.fail(error));
          this.#base = entry;
          // A menu has put something behind what stands here, which is not to go with the next key.
          if (behind !== '') this.#change({ edits: { ...this.#state.edits, commentary: before + behind } });
          else this.#change({});
          if (this.#state.entry.commentary === before) return;
          const { version } = this.#state.replaced;
          this.#change({ replaced: { version: version + 1, caret: this.#state.entry.caret } });
        },
        error: (error) => this.fail(error),
      });
  }

  /** What another page has put behind the text that was last written from here. */
  #addedBehind(commentary: string): string {
    const last = this.#lastCommentary;
    const { edits } = this.#state;
    return edits.commentary !== undefined && last !== '' && commentary.startsWith(last)
      ? commentary.slice(last.length)
      : '';
  }

  /** Whether the next key here puts other words in the place of what another page has written. */
  #givesWay(commentary: string, behind: string): boolean {
    const { commentary: typed } = this.#state.edits;
    return typed !== undefined && behind === '' && !typed.includes(commentary);
  }

  /** All that is written there until the next key is one version. */
  async #keepTheirs(entry: Entry): Promise<void> {
    this.#theirs ??= this.#deps.newId();
    await keepRevision(this.#db, entry, this.#theirs, this.#deps.now());
  }

  #learnLateTitle(): void {
    this.#change({ lateTitle: lateTitle(this.#base, this.#state, this.#state.entry) });
  }

  #change(change: Partial<WritingState>): void {
    const next = { ...this.#state, ...change };
    if (next.phase === 'writing') next.entry = compose(this.#base, next, next.edits);
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}

/** One page that was kept is seen when it is opened; many, or none, have to be told. */
const isWorthTelling = (gathered: Gathered, now: number) =>
  isNews(gathered, now) && gathered.added === '' && gathered.entryIds.length + gathered.there !== 1;

/** Two equal fingerprints: the same record. */
const fingerprint = (entry: Entry): string => JSON.stringify(Entry.parse(entry));
