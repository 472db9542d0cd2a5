import type { Shape } from '../src/domain/shape.ts';
import type { MessageKey } from '../src/ui/messages.tsx';

/** What the shapes are called. */
export const SHAPE_NAMES = {
  headline: 'uiShapeHeadline',
  inline: 'uiShapeInline',
  'one-liner': 'uiShapeOneLiner',
  listing: 'uiShapeListing',
} as const satisfies Record<Shape, MessageKey>;
