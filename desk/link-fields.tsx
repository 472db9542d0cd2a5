import { useState } from 'preact/hooks';
import { withoutScheme } from '../src/domain/address.ts';
import type { Link } from '../src/domain/link.ts';
import { isWebAddress } from '../src/domain/web-address.ts';
import { Icon } from '../src/ui/icon.tsx';
import { isComposing } from '../src/ui/keys.ts';
import { useSay } from '../src/ui/messages.tsx';
import { isBlank } from './link-order.ts';
import { LiveField } from './live-field.tsx';

interface LinkFieldsProps {
  id: string;
  link: Link;
  /** Its place among the links of the entry, counted from 0. */
  at: number;
  count: number;
  onTitle: (title: string) => void;
  onByline: (byline: string) => void;
  onAddress: (address: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** Title, byline and address of a link. The address opens for editing on demand: it is right nearly always. */
export function LinkFields(props: LinkFieldsProps) {
  const { id, link, at, count, onTitle, onByline, onAddress, onMove, onRemove } = props;
  const say = useSay();
  const wrong = !isWebAddress(link.address);
  const [open, setOpen] = useState(wrong);
  // It may have changed since, by an undo or on another desk: what is no web address is never made a link.
  if (wrong && !open) setOpen(true);
  const several = count > 1;
  const name = link.title.trim() || withoutScheme(link.address) || say('deskLinkWithoutName');
  return (
    <fieldset
      class="ed-link"
      data-link={at}
      onKeyDown={(event) => {
        if (!event.altKey || event.ctrlKey || event.metaKey || isComposing(event)) return;
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        // The entry itself stays where it is.
        event.preventDefault();
        event.stopPropagation();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      <legend class="vh">{say('deskLinkOf', at + 1, count)}</legend>
      <label class="vh" for={`${id}-title`}>
        {say('deskTitle')}
      </label>
      <LiveField
        id={`${id}-title`}
        class="ed-title"
        value={link.title}
        onInput={onTitle}
        placeholder={say('deskTitle')}
      />
      <div class="ed-row">
        <label for={`${id}-byline`}>{say('deskBy')}</label>
        <LiveField id={`${id}-byline`} value={link.byline} onInput={onByline} placeholder={say('deskBylineEmpty')} />
      </div>
      <div class="ed-row ed-address">
        <Icon name="link" />
        {open ? (
          <>
            <label class="vh" for={`${id}-address`}>
              {say('deskAddress')}
            </label>
            <LiveField
              id={`${id}-address`}
              value={link.address}
              onInput={onAddress}
              placeholder={say('deskAddressEmpty')}
              describedBy={`${id}-wrong`}
            />
          </>
        ) : (
          <>
            <a class="grow clip" href={link.address} target="_blank" rel="noopener noreferrer">
              {withoutScheme(link.address)}
            </a>
            <button class="act" type="button" onClick={() => setOpen(true)}>
              {say('deskEditAddress')} <span class="vh">{say('deskEditAddressOf', link.title)}</span>
            </button>
          </>
        )}
        {several && (
          <>
            <LinkButton
              icon="arrow-up"
              name={say('deskLinkUp', name)}
              title={say('deskLinkUpHint')}
              disabled={at === 0}
              onClick={() => onMove(-1)}
            />
            <LinkButton
              icon="arrow-down"
              name={say('deskLinkDown', name)}
              title={say('deskLinkDownHint')}
              disabled={at === count - 1}
              onClick={() => onMove(1)}
            />
          </>
        )}
        <LinkButton
          icon="x"
          name={say('deskLinkRemove', name)}
          title={say('deskLinkRemoveHint')}
          disabled={false}
          onClick={onRemove}
        />
      </div>
      <p class="ed-wrong" id={`${id}-wrong`} role="status">
        {wrong && !isBlank(link) && say('deskAddressWrong')}
      </p>
    </fieldset>
  );
}

interface LinkButtonProps {
  icon: 'arrow-up' | 'arrow-down' | 'x';
  name: string;
  title: string;
  disabled: boolean;
  onClick: () => void;
}

/** At the end of the list it stays where the focus is, and does nothing. */
function LinkButton({ icon, name, title, disabled, onClick }: LinkButtonProps) {
  return (
    <button
      class="btn btn-quiet btn-icon btn-sm"
      type="button"
      data-act={icon}
      aria-label={name}
      title={title}
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) onClick();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
