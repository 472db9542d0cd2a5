import { SHAPES, type Shape } from '../domain/shape.ts';
import { type MessageKey, useSay } from './messages.tsx';
import { Segments } from './segments.tsx';

const NAMES = {
  headline: 'uiShapeHeadline',
  inline: 'uiShapeInline',
  'one-liner': 'uiShapeOneLiner',
  listing: 'uiShapeListing',
} as const satisfies Record<Shape, MessageKey>;

export interface ShapeChoiceProps {
  name?: string;
  value: Shape;
  onChoose: (shape: Shape) => void;
  label?: string;
  labelledBy?: string;
}

/** How an entry prints, as a row of four. */
export function ShapeChoice({ name = 'shape', ...rest }: ShapeChoiceProps) {
  const say = useSay();
  return <Segments name={name} options={SHAPES.map((value) => ({ value, label: say(NAMES[value]) }))} {...rest} />;
}
