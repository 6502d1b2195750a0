import type { Distribution } from '@olympus/sdk';
import type { TileDrawing } from '../../boards/kinds/tile-kind.js';
import { TooLittle } from '../../boards/tile/too-little.js';
import { ColumnChart } from '../../charts/index.js';
import { useHistogram } from '../distribution-panel.js';

/** How a metric is spread over orders or customers. */
export default function DistributionTile({ answers, height }: TileDrawing) {
  // the kind asks analytics.distribution and nothing else
  const distribution = answers[0] as Distribution | undefined;
  if (!distribution || distribution.count === 0) return <TooLittle height={height} />;
  return <Columns distribution={distribution} height={height} />;
}

const ABOUT = 36;

function Columns({
  distribution,
  height,
}: {
  readonly distribution: Distribution;
  readonly height: number;
}) {
  const { data, about } = useHistogram(distribution);
  return (
    <>
      <p className="line-clamp-2 text-text-3 text-xs">{about}</p>
      <ColumnChart data={data} toolbar={false} height={Math.max(96, height - ABOUT - 12)} />
    </>
  );
}
