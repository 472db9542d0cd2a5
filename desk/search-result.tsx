import { withoutScheme } from '../src/domain/address.ts';
import { daysLeft } from '../src/domain/bin.ts';
import { type Entry, nameOf } from '../src/domain/entry.ts';
import { excerptAround, type FoundPiece, markedText } from '../src/domain/found-text.ts';
import type { Issue } from '../src/domain/issue.ts';
import { plainCommentary } from '../src/domain/plain-commentary.ts';
import type { SearchDoc, SearchGroup } from '../src/domain/search.ts';
import { nameMonth } from '../src/ui/day-names.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { waitingSince } from './backlog-groups.ts';
import { useDesk } from './desk-context.ts';
import { sayAge, sayDaysLeft } from './say-age.ts';

interface SearchResultProps {
  doc: SearchDoc;
  /** Of an entry; undefined: it was deleted a moment ago. */
  entry: Entry | undefined;
  group: SearchGroup;
  words: readonly string[];
  onGo: () => void;
  onOpenIssue: (issue: Issue) => void;
  onCopyReference: (issue: Issue, reference: string) => void;
  referenceTo: (issue: Issue) => string | null;
}

/** Something that was found, with the place where the words stand. Its buttons come with the focus. */
export function SearchResult(props: SearchResultProps) {
  const { doc, entry, group, words, onGo, onOpenIssue, onCopyReference, referenceTo } = props;
  const say = useSay();
  const { browser, issues, newsletter } = useDesk();
  const issue = issues.find(({ id }) => id === doc.place);
  if (doc.kind === 'entry' && entry === undefined) return null;
  const now = browser.now();
  const isPublished = group.state === 'published' && issue !== undefined;
  const reference = isPublished ? referenceTo(issue) : null;
  const title =
    entry === undefined
      ? issue === undefined || issue.title === ''
        ? say('deskFoundInIssue', issue?.number ?? '')
        : issue.title
      : nameOf(entry) || say('deskUntitled');
  const section = newsletter.sections.find(({ id }) => id === doc.sectionId)?.name ?? '';
  const age = (): string => {
    if (isPublished) return `#${issue.number}, ${nameMonth(issue.date)}`;
    if (entry === undefined) return '';
    if (group.state === 'bin') return sayDaysLeft(say, daysLeft(entry.deletedAt ?? now, now));
    if (group.state === 'issue') return '';
    return sayAge(say, now, waitingSince(entry));
  };
  return (
    <li class="item found">
      <h4 dir="auto">
        <button class="found-go" type="button" data-found={doc.id} onClick={onGo}>
          <Marked pieces={markedText(title, words)} />
        </button>
      </h4>
      <span class="age">{age()}</span>
      {group.state === 'issue' && section !== '' && <p class="sub">{section}</p>}
      <p class="ex" dir="auto">
        <Marked pieces={entry === undefined ? issueExcerpt(issue, words) : entryExcerpt(entry, words)} />
        {entry?.commentary.trim() === '' && say('deskNoCommentaryYetFull')}
      </p>
      {isPublished && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
        <div class="item-acts" role="group" aria-label={say('deskActions', title)}>
          {reference !== null && (
            <button class="btn btn-sm" type="button" onClick={() => onCopyReference(issue, reference)}>
              <Icon name="history" />
              {say('deskCopyReference')}
            </button>
          )}
          <button class="btn btn-sm" type="button" onClick={() => onOpenIssue(issue)}>
            {say('deskOpenIssue', issue.number)}
          </button>
        </div>
      )}
    </li>
  );
}

function Marked({ pieces }: { pieces: readonly FoundPiece[] }) {
  return <>{pieces.map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : text))}</>;
}

/** As much of a text is shown where none of the words is in it. */
const GLIMPSE = 120;

/** The words in the commentary, else in byline or address, else as they stand in its Markdown; else how it begins. */
function entryExcerpt(entry: Entry, words: readonly string[]): FoundPiece[] {
  const plain = plainCommentary(entry.commentary);
  const inText = excerptAround(plain, words);
  if (inText !== null) return inText;
  for (const { byline, address, capture } of entry.links) {
    const found =
      excerptAround(byline, words) ??
      excerptAround(capture?.outlet ?? '', words) ??
      excerptAround(withoutScheme(address), words);
    if (found !== null) return found;
  }
  return excerptAround(entry.commentary, words) ?? glimpse(plain);
}

function issueExcerpt(issue: Issue | undefined, words: readonly string[]): FoundPiece[] {
  if (issue === undefined) return [];
  const texts = [issue.letter, issue.subtitle, issue.printed?.markdown ?? '', ...Object.values(issue.frame)];
  for (const text of texts) {
    const found = excerptAround(plainCommentary(text), words) ?? excerptAround(text, words);
    if (found !== null) return found;
  }
  return glimpse(issue.subtitle || plainCommentary(issue.letter));
}

function glimpse(text: string): FoundPiece[] {
  if (text === '') return [];
  return [{ text: text.length > GLIMPSE ? `${text.slice(0, GLIMPSE).replace(/\s*\S*$/, '')}…` : text, marked: false }];
}
