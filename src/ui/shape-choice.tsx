import { SHAPES, type Shape } from '../domain/shape.ts';
import { useSay } from './messages.tsx';
import { Segments } from './segments.tsx';
import { SHAPE_NAMES } from './shape-names.ts';

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
  return (
    <Segments name={name} options={SHAPES.map((value) => ({ value, label: say(SHAPE_NAMES[value]) }))} {...rest} />
  );
}
