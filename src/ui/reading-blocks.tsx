import { useContext } from 'preact/hooks';
import type { ReadingBlock, ReadingRun } from '../roundup/reading-tree.ts';
import { Icon } from './icon.tsx';
import { useSay } from './messages.tsx';
import { hostOf, PicturesContext } from './pictures.ts';

/** Blocks as readers see them. Elements are made for the kinds of the tree, and for nothing else that was written. */
export function ReadingBlocks({ blocks }: { blocks: readonly ReadingBlock[] }) {
  return (
    <>
      {blocks.map((block, at) => (
        <Block key={at} block={block} />
      ))}
    </>
  );
}

/** The page around it has headings of its own, down to the second. */
const HEADINGS = { 1: 'h3', 2: 'h4', 3: 'h5', 4: 'h6', 5: 'h6', 6: 'h6' } as const;

function Block({ block }: { block: ReadingBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p dir="auto">
          <Runs runs={block.runs} />
        </p>
      );
    case 'heading': {
      const Heading = HEADINGS[block.depth];
      return (
        <Heading class={`t${block.depth}`} dir="auto">
          <Runs runs={block.runs} />
        </Heading>
      );
    }
    case 'quote':
      return (
        <blockquote>
          <ReadingBlocks blocks={block.blocks} />
        </blockquote>
      );
    case 'list':
      return <List block={block} />;
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'rule':
      return <hr />;
    case 'source':
      return <Source text={block.text} />;
  }
}

function List({ block: { first, tight, items } }: { block: Extract<ReadingBlock, { kind: 'list' }> }) {
  const drawn = items.map((blocks, at) => (
    <li key={at} dir="auto">
      {blocks.map((block, index) =>
        tight && block.kind === 'paragraph' ? (
          <Runs key={index} runs={block.runs} />
        ) : (
          <Block key={index} block={block} />
        ),
      )}
    </li>
  ));
  return first === null ? <ul>{drawn}</ul> : <ol start={first}>{drawn}</ol>;
}

function Source({ text }: { text: string }) {
  const say = useSay();
  return (
    <div class="tangled">
      <p>{say('deskTangled')}</p>
      <pre>{text}</pre>
    </div>
  );
}

function Runs({ runs }: { runs: readonly ReadingRun[] }) {
  return (
    <>
      {runs.map((run, at) => (
        <Run key={at} run={run} />
      ))}
    </>
  );
}

function Run({ run }: { run: ReadingRun }) {
  switch (run.kind) {
    case 'text':
      return <>{run.text}</>;
    case 'html':
      return <span class="raw">{run.text}</span>;
    case 'code':
      return <code>{run.text}</code>;
    case 'break':
      return <br />;
    case 'emphasis':
      return (
        <em>
          <Runs runs={run.runs} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Runs runs={run.runs} />
        </strong>
      );
    case 'link':
      return <Link address={run.address} runs={run.runs} />;
    case 'picture':
      return <Picture address={run.address} description={run.description} />;
  }
}

function Link({ address, runs }: { address: string; runs: readonly ReadingRun[] }) {
  const { hosts } = useContext(PicturesContext);
  // A button cannot stand inside a link: until its picture is there, the link waits.
  if (runs.some((run) => asksToLoad(run, hosts))) return <Runs runs={runs} />;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" title={address}>
      <Runs runs={runs} />
    </a>
  );
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
