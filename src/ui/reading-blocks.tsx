import type { ComponentChild } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReadingBlock, ReadingRun } from '../roundup/reading-tree.ts';
import { Icon } from './icon.tsx';
import { useSay } from './messages.tsx';
import { hostOf, PicturesContext } from './pictures.ts';

/** Blocks as readers see them. Elements are made for the kinds of the tree, and for nothing else that was written. */
export function ReadingBlocks({ blocks }: { blocks: readonly ReadingBlock[] }) {
  return drawBlocks(blocks);
}

// By functions, and components only for what asks the page: one for each block and run took longer than its element.
const drawBlocks = (blocks: readonly ReadingBlock[]) => blocks.map(drawBlock);

/** The page around it has headings of its own, down to the second. */
const HEADINGS = { 1: 'h3', 2: 'h4', 3: 'h5', 4: 'h6', 5: 'h6', 6: 'h6' } as const;

function drawBlock(block: ReadingBlock, at: number): ComponentChild {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p key={at} dir="auto">
          {drawRuns(block.runs)}
        </p>
      );
    case 'heading': {
      const Heading = HEADINGS[block.depth];
      return (
        <Heading key={at} class={`t${block.depth}`} dir="auto">
          {drawRuns(block.runs)}
        </Heading>
      );
    }
    case 'quote':
      return <blockquote key={at}>{drawBlocks(block.blocks)}</blockquote>;
    case 'list': {
      const items = drawItems(block);
      return block.first === null ? (
        <ul key={at}>{items}</ul>
      ) : (
        <ol key={at} start={block.first}>
          {items}
        </ol>
      );
    }
    case 'code':
      return (
        <pre key={at}>
          <code>{block.text}</code>
        </pre>
      );
    case 'rule':
      return <hr key={at} />;
    case 'source':
      return <Source key={at} text={block.text} />;
  }
}

const drawItems = ({ tight, items }: Extract<ReadingBlock, { kind: 'list' }>) =>
  items.map((blocks, at) => (
    <li key={at} dir="auto">
      {blocks.map((block, index) =>
        tight && block.kind === 'paragraph' ? drawRuns(block.runs) : drawBlock(block, index),
      )}
    </li>
  ));

function Source({ text }: { text: string }) {
  const say = useSay();
  return (
    <div class="tangled">
      <p>{say('deskTangled')}</p>
      <pre>{text}</pre>
    </div>
  );
}

const drawRuns = (runs: readonly ReadingRun[]) => runs.map(drawRun);

function drawRun(run: ReadingRun, at: number): ComponentChild {
  switch (run.kind) {
    case 'text':
      return run.text;
    case 'html':
      return (
        <span key={at} class="raw">
          {run.text}
        </span>
      );
    case 'code':
      return <code key={at}>{run.text}</code>;
    case 'break':
      return <br key={at} />;
    case 'emphasis':
      return <em key={at}>{drawRuns(run.runs)}</em>;
    case 'strong':
      return <strong key={at}>{drawRuns(run.runs)}</strong>;
    case 'link':
      return holdsPicture(run) ? (
        <LinkWithPicture key={at} address={run.address} runs={run.runs} />
      ) : (
        drawLink(run.address, run.runs, at)
      );
    case 'picture':
      return <Picture key={at} address={run.address} description={run.description} />;
  }
}

const drawLink = (address: string, runs: readonly ReadingRun[], at?: number) => (
  <a key={at} href={address} target="_blank" rel="noopener noreferrer" title={address}>
    {drawRuns(runs)}
  </a>
);

const holdsPicture = (run: ReadingRun): boolean =>
  run.kind === 'picture' || ('runs' in run && run.runs.some(holdsPicture));

function LinkWithPicture({ address, runs }: { address: string; runs: readonly ReadingRun[] }) {
  const { hosts } = useContext(PicturesContext);
  // A button cannot stand inside a link: until its picture is there, the link waits.
  return runs.some((run) => asksToLoad(run, hosts)) ? drawRuns(runs) : drawLink(address, runs);
}

function asksToLoad(run: ReadingRun, hosts: ReadonlySet<string>): boolean {
  if (run.kind === 'picture') return run.address !== null && !hosts.has(hostOf(run.address));
  return 'runs' in run && run.runs.some((inner) => asksToLoad(inner, hosts));
}

/** A picture, once the editor lets its host be asked: until then nobody learns that the issue is being read. */
function Picture({ address, description }: { address: string | null; description: string }) {
  const say = useSay();
  const { hosts, load, failed, fail } = useContext(PicturesContext);
  const words = description !== '' && <span class="pic-words">{say('deskPicture', description)}</span>;
  if (address === null) {
    return (
      <span class="pic">
        <Icon name="image" />
        {words}
        <span>{say('deskPictureNowhere')}</span>
      </span>
    );
  }
  const host = hostOf(address);
  const hasFailed = failed.has(address);
  if (hasFailed || !hosts.has(host)) {
    return (
      <span class="pic">
        <Icon name="image" />
        {words}
        {hasFailed ? (
          <span>{say('deskPictureNotLoaded', host)}</span>
        ) : (
          <>
            <span>{say('deskPictureFrom', host)}</span>
            <button class="act" type="button" onClick={() => load(host)}>
              {say('deskLoadPictures')} <span class="vh">{say('deskLoadPicturesOf', host)}</span>
            </button>
          </>
        )}
      </span>
    );
  }
  return <img referrerpolicy="no-referrer" src={address} alt={description} onError={() => fail(address)} />;
}
