import type { PathAnswer } from '@olympus/sdk';
import { SankeyChart, type SankeyData } from '../charts/index.js';
import { formatRange } from '../format/dates.js';
import { formatFull } from '../format/numbers.js';
import { useNumberStyle } from '../format/style-context.js';
import type { BuiltStep } from '../funnels/written-act.js';
import { useTexts } from '../messages/use-texts.js';
import { beginningAt, slotsOf } from './path-nodes.js';
import { pathTexts } from './texts.js';

/** Visits as bands from step to step; a band leads on from its end. */
export function PathPanel({
  answer,
  onBegin,
}: {
  readonly answer: PathAnswer;
  readonly onBegin: (from: BuiltStep) => void;
}) {
  const { t } = useTexts(pathTexts);
  const style = useNumberStyle();
  const backwards = answer.direction === 'previous';
  const data = usePathData(answer);
  const pick = (band: string) => {
    const link = answer.links.find(({ from, to }) => `${from} → ${to}` === band);
    const end = answer.nodes.find(({ id }) => id === (backwards ? link?.from : link?.to));
    const next = end && beginningAt(end);
    if (next) onBegin(next);
  };
  return (
    <section aria-labelledby="paths-chart" className="card min-w-0 px-4 pt-3 pb-4">
      <SankeyChart
        height={Math.max(360, 64 * (answer.top + 2))}
        data={data}
        details={[formatRange(answer.range, style.locale), answer.time_zone.replaceAll('_', ' ')]}
        onPick={pick}
        heading={
          <>
            <h2 id="paths-chart" className="font-semibold text-md">
              {t('title')}
            </h2>
            <p className="mt-0.5 text-text-3 text-xs">
              {t('lead', { visits: formatFull(answer.visits, 'count', style) })} {t('pick')}
            </p>
          </>
        }
      />
    </section>
  );
}

/** Nodes and bands as they are drawn. */
export function usePathData(answer: PathAnswer): SankeyData {
  const { t } = useTexts(pathTexts);
  const backwards = answer.direction === 'previous';
  const slots = slotsOf(answer.nodes);
  const deepest = Math.max(0, ...answer.nodes.map(({ step }) => step));
  const labelOf = ({ kind, label }: PathAnswer['nodes'][number]) => {
    if (kind === 'others') return t('others');
    if (kind === 'end') return t(backwards ? 'entered' : 'left');
    if (kind === 'start' && label === '') return t(backwards ? 'visitEnd' : 'visitStart');
    return label;
  };
  return {
    title: t('title'),
    unit: 'count',
    nodes: answer.nodes.map((node) => ({
      key: node.id,
      label: labelOf(node),
      slot: slots.get(node.id) ?? 'other',
      layer: backwards ? deepest - node.step : node.step,
    })),
    links: answer.links.map(({ from, to, visits }) => ({ from, to, value: visits })),
  };
}
