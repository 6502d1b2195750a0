import type { PathAnswer } from '@olympus/sdk';
import type { TileDrawing } from '../boards/kinds/tile-kind.js';
import { TileScroll } from '../boards/tile/tile-scroll.js';
import { TooLittle } from '../boards/tile/too-little.js';
import { SankeyChart } from '../charts/index.js';
import { formatRange } from '../format/dates.js';
import { useNumberStyle } from '../format/style-context.js';
import { useTexts } from '../messages/use-texts.js';
import { usePathData } from './path-panel.js';
import { pathTexts } from './texts.js';

/** Where visits go after an act, or come from before it. */
export default function PathsTile({ title, answers, height }: TileDrawing) {
  const { t } = useTexts(pathTexts);
  // the kind asks paths.run and nothing else
  const answer = answers[0] as PathAnswer | undefined;
  if (!answer || answer.visits === 0) return <TooLittle height={height} />;
  return (
    <TileScroll label={title || t('title')}>
      <Bands answer={answer} height={height} />
    </TileScroll>
  );
}

/** Room of a node below which its name would lie on its neighbour's, in CSS pixels. */
const NODE = 44;

function Bands({ answer, height }: { readonly answer: PathAnswer; readonly height: number }) {
  const { locale } = useNumberStyle();
  return (
    <SankeyChart
      data={usePathData(answer)}
      details={[formatRange(answer.range, locale), answer.time_zone.replaceAll('_', ' ')]}
      toolbar={false}
      height={Math.max(height - 16, NODE * (answer.top + 2))}
    />
  );
}
