import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { addressesIn } from '../src/domain/address.ts';
import type { Entry, TouchedField } from '../src/domain/entry.ts';
import { type Link, withAddress } from '../src/domain/link.ts';
import { Icon } from '../src/ui/icon.tsx';
import { sayCount, useSay } from '../src/ui/messages.tsx';
import { useDesk } from './desk-context.ts';
import { LinkFields } from './link-fields.tsx';
import { blankLink, linksInText, moved } from './link-order.ts';
import { useKeysOf } from './use-keys-of.ts';
import { useSettled } from './use-settled.ts';

interface EntryLinksProps {
  entry: Entry;
  /** Changes the links as they are at this moment; what was touched here a late reading of the page leaves alone. */
  onChange: (change: (links: readonly Link[]) => Link[], touched: readonly TouchedField[]) => void;
  /** Closes the action that is going on, so that what follows is one of its own for undo. */
  onOwnAction: () => void;
  /** Shows where an address stands in the commentary. */
  onShowInText: (address: string) => void;
  /** What stands beside the button that adds a link. */
  children: ComponentChildren;
}

/** A popup that reads its page late would write into the first link, whichever that is now. */
const ALL_OF_A_LINK: readonly TouchedField[] = ['title', 'byline', 'address'];

/** The links of a longer text are looked for only in a pause of the typing. Characters; milliseconds. */
const LONG = 20_000;
const PAUSE = 800;

/** As many links of the text are listed. */
const LISTED = 4;

/** The links of an entry, to be written, ordered, added and removed; those inside its text are named after them. */
export function EntryLinks({ entry, onChange, onOwnAction, onShowInText, children }: EntryLinksProps) {
  const say = useSay();
  const id = useId();
  const { commands } = useDesk();
  const { links, commentary } = entry;
  const order = useKeysOf(links.length);
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<(() => HTMLElement | null | undefined) | null>(null);
  useLayoutEffect(() => {
    // A field that moves with its link is taken out of the page for a moment, and loses the focus.
    const element = wanted.current?.();
    wanted.current = null;
    if (element && element !== document.activeElement) element.focus();
  });
  const titleOf = (at: number) => () => box.current?.querySelectorAll<HTMLElement>('.ed-title')[at];
  const addButton = () => box.current?.querySelector<HTMLElement>('[data-act="add-link"]');

  const change = (at: number, field: TouchedField, write: (link: Link) => Link) =>
    onChange((now) => now.map((link, index) => (index === at ? write(link) : link)), [field]);
  const move = (at: number, by: -1 | 1) => {
    if (at + by < 0 || at + by >= links.length) return;
    const active = document.activeElement;
    wanted.current = () => (active instanceof HTMLElement && active.isConnected ? active : null);
    order.move(at, by);
    onChange((now) => moved(now, at, by), ALL_OF_A_LINK);
    commands.announce(say('deskLinkMoved', at + by + 1, links.length));
  };
  const add = () => {
    wanted.current = titleOf(links.length);
    onChange((now) => [...now, blankLink()], ALL_OF_A_LINK);
  };
  const remove = (at: number) => {
    const next = Math.min(at, links.length - 2);
    wanted.current = next < 0 ? addButton : titleOf(next);
    onOwnAction();
    order.remove(at);
    onChange((now) => now.filter((_, index) => index !== at), ALL_OF_A_LINK);
    onOwnAction();
    commands.announce(say(links.length === 1 ? 'deskLinkRemovedNote' : 'deskLinkRemoved'));
  };

  // Of 5,000 lines that takes longer than there is between two keys.
  const text = useSettled(commentary, commentary.length > LONG ? PAUSE : 0);
  const inText = useMemo(() => linksInText(addressesIn(text), links), [text, links]);
  return (
    <div class="ed-links" ref={box}>
      {links.map((link, at) => (
        <LinkFields
          key={order.keys[at]}
          id={`${id}-link-${order.keys[at]}`}
          link={link}
          at={at}
          count={links.length}
          onTitle={(title) => change(at, 'title', (old) => ({ ...old, title }))}
          onByline={(byline) => change(at, 'byline', (old) => ({ ...old, byline }))}
          onAddress={(address) => change(at, 'address', (old) => withAddress(old, address))}
          onMove={(by) => move(at, by)}
          onRemove={() => remove(at)}
        />
      ))}
      {inText.length > 0 && (
        <ul class="ed-in-text" aria-label={say('deskLinksInText')}>
          {inText.slice(0, LISTED).map(({ address, name }) => (
            <li key={address}>
              <Icon name="link" />
              <span class="grow clip">
                {name} <span class="muted">{say('deskInTheText')}</span>
              </span>
              <button class="act" type="button" onClick={() => onShowInText(address)}>
                {say('deskEditAddress')} <span class="vh">{say('deskEditInText', name)}</span>
              </button>
            </li>
          ))}
          {inText.length > LISTED && <li class="muted">{sayCount(say, 'deskMoreInText', inText.length - LISTED)}</li>}
        </ul>
      )}
      <div class="ed-more">
        {links.length === 0 && <span class="muted">{say('deskIsNote')}</span>}
        <button class="act" type="button" data-act="add-link" onClick={add}>
          <Icon name="plus" />
          {say('deskAddLink')}
        </button>
        {children}
      </div>
    </div>
  );
}
