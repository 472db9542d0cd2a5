import { useState } from 'preact/hooks';
import { isWebAddress, withoutScheme } from '../src/domain/address.ts';
import type { Link } from '../src/domain/link.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';
import { LiveField } from './live-field.tsx';

interface LinkFieldsProps {
  id: string;
  link: Link;
  onTitle: (title: string) => void;
  onByline: (byline: string) => void;
  onAddress: (address: string) => void;
}

/** Title, byline and address of a link. The address opens for editing on demand: it is right nearly always. */
export function LinkFields({ id, link, onTitle, onByline, onAddress }: LinkFieldsProps) {
  const say = useSay();
  const [open, setOpen] = useState(!isWebAddress(link.address));
  const wrong = !isWebAddress(link.address);
  return (
    <div class="ed-link">
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
            <LiveField id={`${id}-address`} value={link.address} onInput={onAddress} describedBy={`${id}-wrong`} />
          </>
        ) : (
          <>
            <a class="grow clip" href={link.address} target="_blank" rel="noreferrer">
              {withoutScheme(link.address)}
            </a>
            <button class="act" type="button" onClick={() => setOpen(true)}>
              {say('deskEditAddress')} <span class="vh">{say('deskEditAddressOf', link.title)}</span>
            </button>
          </>
        )}
      </div>
      <p class="ed-wrong" id={`${id}-wrong`} role="status">
        {wrong && say('deskAddressWrong')}
      </p>
    </div>
  );
}
