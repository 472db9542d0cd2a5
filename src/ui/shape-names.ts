import type { Shape } from '../domain/shape.ts';
import type { MessageKey } from './messages.tsx';

/** What the shapes are called. */
export const SHAPE_NAMES = {
  headline: 'uiShapeHeadline',
  inline: 'uiShapeInline',
  'one-liner': 'uiShapeOneLiner',
  listing: 'uiShapeListing',
} as const satisfies Record<Shape, MessageKey>;
