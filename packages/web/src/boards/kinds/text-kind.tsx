import { AlignLeft } from 'lucide-react';
import { Markdown } from '../tile/markdown.js';
import type { TileKind } from './tile-kind.js';

export const textKind: TileKind = {
  kind: 'text',
  name: { en: 'Text', de: 'Text' },
  icon: AlignLeft,
  operation: undefined,
  size: { w: 4, h: 2 },
  Draw: ({ view }) => <Markdown text={view.markdown ?? ''} />,
};
