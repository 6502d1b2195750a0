import type { StudyReader } from '../meaning.js';

/** "RFM", "customer segments". */
export const readSegments: StudyReader = (reading) => {
  const isRfm = reading.has('rfm');
  const isAsked =
    reading.has('segments') &&
    reading.has('who') &&
    !reading.some(({ metrics, piece }) => metrics.length > 0 && piece.to - piece.from > 1);
  if (!isRfm && !isAsked) return undefined;
  reading.takeAll((piece) => piece.has('rfm', 'segments'));
  reading.takeAll((piece) => piece.has('who', 'list', 'rate'));
  // "auf die Segmente", "across segments"
  reading.takeAll(
    (piece) => piece.hasBase('by') && reading.pieces[piece.at + 1]?.has('rfm', 'segments') === true,
  );
  reading.takeAll(
    ({ dimensions, at }) => dimensions.length > 0 && reading.pieces[at - 1]?.has('rfm') === true,
  );
  return {
    kind: 'meaning',
    studies: [{ kind: 'segments', by: 'rfm' }],
    accepts: [],
  };
};
