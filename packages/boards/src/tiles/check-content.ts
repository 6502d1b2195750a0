import { Problem } from '@olympus/core';
import { type BoardContent, gridColumns, type Tile } from '../board.js';
import { boardLimits } from '../limits.js';
import { invalidTile } from '../problems.js';
import type { FindAskable } from './askable.js';

/**
 * Refuses a dashboard that could not be shown: tiles without a question, beyond the grid, on one
 * id, or whose questions their operations do not take.
 * @throws Problem `invalid_tile`, `board_too_large`
 */
export function checkContent(content: BoardContent, find: FindAskable): void {
  const { length } = JSON.stringify(content);
  if (length > boardLimits.characters) {
    throw new Problem({
      code: 'board_too_large',
      kind: 'too_large',
      message: `The dashboard has ${length} characters as JSON; ${boardLimits.characters} are kept`,
      remedy: 'Divide it into several dashboards.',
      at: '/tiles',
    });
  }
  const ids = new Set<string>();
  content.tiles.forEach((tile, index) => {
    const at = `/tiles/${index}`;
    if (ids.has(tile.id)) {
      throw invalidTile(`Two tiles have the id ${tile.id}`, `${at}/id`, 'Give each its own.');
    }
    ids.add(tile.id);
    checkTile(tile, at, find);
  });
}

function checkTile(tile: Tile, at: string, find: FindAskable): void {
  const { x, w, ask, more = [], view } = tile;
  if (x + w > gridColumns) {
    throw invalidTile(
      `The tile reaches beyond the ${gridColumns} columns`,
      `${at}/w`,
      `x and w are ${gridColumns} at most together.`,
    );
  }
  if (view.kind === 'text') {
    if (ask === undefined) return;
    throw invalidTile('A text asks nothing', `${at}/ask`, 'Leave it out.');
  }
  if (ask === undefined) {
    throw invalidTile(`A tile of the kind ${view.kind} asks something`, `${at}/ask`, 'Add it.');
  }
  find(ask.operation, `${at}/ask`).check(ask.input, `${at}/ask`);
  more.forEach((question, index) => {
    const place = `${at}/more/${index}`;
    find(question.operation, place).check(question.input, place);
  });
}
