import { withoutScheme } from '../src/domain/address.ts';
import type { Link } from '../src/domain/link.ts';
import { Icon } from '../src/ui/icon.tsx';
import { useSay } from '../src/ui/messages.tsx';

export interface LinkListProps {
  links: readonly Link[];
  /** The key of the page that is being read. */
  page: string | null;
  onRename: (key: string, title: string) => void;
  onRemove: (key: string) => void;
}

/** The links of an entry that has more than one: the first is the form's own, the others are named and taken out here. */
export function LinkList({ links, page, onRename, onRemove }: LinkListProps) {
  const say = useSay();
  const [first, ...others] = links;
  if (first === undefined || others.length === 0) return null;
  return (
    <div>
      <h2 class="vh">{say('popupLinks')}</h2>
      <ol class="links">
        <li>
          <Icon name="link" />
          <span class="grow clip" dir="ltr" title={first.address}>
            {withoutScheme(first.address)}
          </span>
          <span class="hint">{say('popupLinksFirst')}</span>
        </li>
        {others.map(({ key, address, title }, at) => (
          <li key={key}>
            <Icon name="link" />
            <label class="hint clip link-label" for={`words-${at}`} title={address}>
              {key === page ? say('popupLinksThis') : say('popupLinksOther', at + 2)}
            </label>
            <input
              class="input link-words"
              id={`words-${at}`}
              dir="auto"
              autocomplete="off"
              value={title}
              placeholder={withoutScheme(address)}
              title={address}
              onInput={({ currentTarget }) => onRename(key, currentTarget.value)}
            />
            <button
              class="btn btn-quiet btn-icon btn-sm link-out"
              type="button"
              aria-label={say('popupLinksRemove', title || withoutScheme(address))}
              title={say('popupLinksRemove', title || withoutScheme(address))}
              onClick={() => onRemove(key)}
            >
              <Icon name="x" />
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
