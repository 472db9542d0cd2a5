import './preflight.css';
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { Finding } from '../src/roundup/preflight/finding.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { FLAGS } from './say-finding.ts';

interface Flags {
  byEntry: ReadonlyMap<string, readonly Finding[]>;
  /** Opens preflight at the finding. */
  open: (findingId: string) => void;
}

const Context = createContext<Flags>({ byEntry: new Map(), open: () => {} });

interface FlagsProviderProps {
  /** What is still to be looked at. */
  findings: readonly Finding[];
  onOpen: (findingId: string) => void;
  children: ComponentChildren;
}

/** Lets the entries inside show what preflight says of them. */
export function FlagsProvider({ findings, onOpen, children }: FlagsProviderProps) {
  const flags = useMemo(() => {
    const byEntry = new Map<string, Finding[]>();
    for (const finding of findings) {
      if (finding.entryId !== null) byEntry.set(finding.entryId, [...(byEntry.get(finding.entryId) ?? []), finding]);
    }
    return { byEntry, open: onOpen };
  }, [findings, onOpen]);
  return <Context.Provider value={flags}>{children}</Context.Provider>;
}

/** What preflight says of an entry, on the entry itself: each kind once. */
export function EntryFlags({ entryId }: { entryId: string }) {
  const { byEntry, open } = useContext(Context);
  const findings = byEntry.get(entryId) ?? [];
  const first = findings.filter(({ kind }, at) => findings.findIndex((other) => other.kind === kind) === at);
  return (
    <>
      {first.map((finding) => (
        <Flag key={finding.id} finding={finding} onOpen={open} />
      ))}
    </>
  );
}

/** One of them, which opens preflight there. */
function Flag({ finding, onOpen }: { finding: Finding; onOpen: (findingId: string) => void }) {
  const say = useSay();
  const { id, kind, severity, detail } = finding;
  return (
    <button
      class={`tag flag ${severity === 'fix' ? 'tag-bad' : 'tag-warn'}`}
      type="button"
      data-flag={kind}
      onClick={() => onOpen(id)}
    >
      <Icon name={kind === 'published' ? 'history' : severity === 'fix' ? 'stop' : 'warn'} />
      {say(FLAGS[kind], detail.issueNumber ?? '')}
    </button>
  );
}
