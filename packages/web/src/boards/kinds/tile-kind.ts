import type { Annotation, BoardTile, TileAsk } from '@olympus/sdk';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Language } from '../../messages/language.js';

/** What a tile is drawn from. */
export interface TileDrawing {
  readonly title: string;
  readonly view: BoardTile['view'];
  /**
   * By question: first the tile's own, then those of `more`. Each is what its operation answers; the
   * kind knows which, since it says what may be asked.
   */
  readonly answers: readonly unknown[];
  /** CSS pixels that there are for it. */
  readonly height: number;
  readonly annotations: readonly Annotation[];
}

/** One way to show one kind of answer. */
export interface TileKind {
  /** As the tile's `view.kind` names it; never changes. */
  readonly kind: string;
  readonly name: { readonly [L in Language]: string };
  readonly icon: LucideIcon;
  /** The operation whose answers it draws; undefined: it asks nothing. */
  readonly operation: string | undefined;
  /** Columns and rows of a new tile. */
  readonly size: { readonly w: number; readonly h: number };
  readonly Draw: ComponentType<TileDrawing>;
  /** What a tile of this kind asks beside its question, and what it takes from the dashboard. */
  readonly fit?: (ask: TileAsk['ask']) => Omit<TileAsk, 'ask'>;
}
