import { DEFAULT_STYLE } from '../src/domain/house-style.ts';
import type { Section } from '../src/domain/section.ts';
import { SHAPES } from '../src/domain/shape.ts';
import { Icon } from '../src/ui/icon.tsx';
import { isComposing } from '../src/ui/keys.ts';
import { useSay } from '../src/ui/messages.tsx';
import { SHAPE_NAMES } from '../src/ui/shape-names.ts';
import { Aliases } from './aliases.tsx';
import { KeptField } from './kept-field.tsx';

const RULE = DEFAULT_STYLE.glue.betweenEntries;
const EMPTY_LINE = DEFAULT_STYLE.glue.betweenShort;

/** Fields of a section, or how they follow from those it has now. */
export type SectionChange = Partial<Section> | ((section: Section) => Partial<Section>);

export interface SectionRowProps {
  section: Section;
  first: boolean;
  last: boolean;
  /** Why another section stands in the way of a name; null: none does. */
  taken: (name: string) => string | null;
  onEdit: (change: SectionChange) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One section: its name, the names it had, how its entries print, its place. Alt+↑ and Alt+↓ move it from anywhere in it. */
export function SectionRow({ section, first, last, taken, onEdit, onMove, onRemove }: SectionRowProps) {
  const say = useSay();
  const { name } = section;
  const own = section.separator !== null && section.separator !== RULE && section.separator !== EMPTY_LINE;
  return (
    <tr
      onKeyDown={(event) => {
        if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isComposing(event)) return;
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      <td>
        <KeptField
          id={`name-${section.id}`}
          class="cell"
          label={say('optionsSectionName')}
          value={name}
          refuse={(text) => (text.trim() === '' ? say('optionsSectionNameless') : taken(text))}
          onKeep={(text) => onEdit({ name: text.trim() })}
        />
      </td>
      <td data-l={say('optionsAliases')}>
        <Aliases
          section={section}
          taken={taken}
          onChange={(change) => onEdit((now) => ({ aliases: change(now.aliases) }))}
        />
      </td>
      <td data-l={say('optionsUsualShape')}>
        <select
          class="select"
          aria-label={say('optionsUsualShapeOf', name)}
          value={section.shape ?? ''}
          onChange={({ currentTarget }) => {
            onEdit({ shape: SHAPES.find((shape) => shape === currentTarget.value) ?? null });
          }}
        >
          <option value="">{say('optionsShapeOpen')}</option>
          {SHAPES.map((shape) => (
            <option key={shape} value={shape}>
              {say(SHAPE_NAMES[shape])}
            </option>
          ))}
        </select>
      </td>
      <td data-l={say('optionsSeparator')}>
        <select
          class="select"
          aria-label={say('optionsSeparatorOf', name)}
          value={section.separator ?? ''}
          onChange={({ currentTarget }) => onEdit({ separator: currentTarget.value || null })}
        >
          <option value="">{say('optionsSeparatorHouse')}</option>
          <option value={RULE}>{say('optionsSeparatorRule')}</option>
          <option value={EMPTY_LINE}>{say('optionsSeparatorLine')}</option>
          {own && <option value={section.separator ?? ''}>{say('optionsSeparatorOwn')}</option>}
        </select>
      </td>
      <td>
        <div class="moves">
          <button
            class="btn btn-quiet btn-sm btn-icon"
            type="button"
            aria-label={say('optionsMoveUp', name)}
            title={say('optionsMoveUpKey')}
            aria-disabled={first}
            onClick={() => onMove(-1)}
          >
            <Icon name="arrow-up" />
          </button>
          <button
            class="btn btn-quiet btn-sm btn-icon"
            type="button"
            aria-label={say('optionsMoveDown', name)}
            title={say('optionsMoveDownKey')}
            aria-disabled={last}
            onClick={() => onMove(1)}
          >
            <Icon name="arrow-down" />
          </button>
          <button
            class="btn btn-quiet btn-sm btn-icon"
            type="button"
            aria-label={say('optionsRemoveSection', name)}
            title={say('optionsRemove')}
            onClick={onRemove}
          >
            <Icon name="x" />
          </button>
        </div>
      </td>
    </tr>
  );
}
