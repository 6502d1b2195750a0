import { Grid3x3 } from 'lucide-react';
import { useContext, useMemo } from 'react';
import { HeatGrid } from '../../charts/index.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { boardTexts } from '../texts.js';
import { TooLittle } from '../tile/too-little.js';
import { grid, weekdayHours } from './heat-cells.js';
import { asQueryAnswer, PolarityContext } from './query-answer.js';
import type { TileDrawing, TileKind } from './tile-kind.js';

/** Dark where much happens. */
function Heat({ title, view, answers, height }: TileDrawing) {
  const { t } = useTexts(boardTexts);
  const { locale } = useNumberStyle();
  const polarities = useContext(PolarityContext);
  const answer = asQueryAnswer(answers[0]);
  const folded = view.options?.fold === 'weekday_hour';
  const data = useMemo(() => {
    if (!answer) return undefined;
    const words = { title, locale, weekday: t('weekday'), hour: t('hour'), time: t('time') };
    return folded ? weekdayHours(answer, polarities, words) : grid(answer, polarities, words);
  }, [answer, polarities, title, locale, folded, t]);
  if (!data || data.rows.length === 0) return <TooLittle height={height} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section aria-label={data.title} tabIndex={0} className="h-full overflow-y-auto">
      <HeatGrid data={data} toolbar={false} />
    </section>
  );
}

export const heatKind: TileKind = {
  kind: 'heat',
  name: { en: 'Heat grid', de: 'Wärmebild' },
  icon: Grid3x3,
  operation: 'analytics.query',
  size: { w: 6, h: 5 },
  fit: () => ({}),
  Draw: Heat,
};
