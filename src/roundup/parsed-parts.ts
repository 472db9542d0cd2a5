import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { withoutFrontMatter } from './front-matter.ts';
import { isOpenAtEnd, partsOf } from './parts.ts';
import { withoutTangles } from './tangles.ts';
