import { type Catalogue, namedIn } from '../../linking/index.js';
import { locales, type QuestionLanguage } from '../../locales/index.js';
import { type FigureFrame, type Frame, ratioName } from '../frame/frame.js';
import {
  comparisonText,
  fill,
  filterText,
  horizonText,
  labelOf,
  ratioText,
  timeText,
  transformText,
} from './labels.js';
import { rankingText, studyText } from './study-texts.js';

/** What a frame asks, in one line of the question's language. */
export function interpret(frame: Frame, known: Catalogue, language: QuestionLanguage): string {
  const { texts } = locales[language];
  const catalogue = namedIn(known, language);
  if (frame.intent === 'command') return texts.commands[frame.command.type];
  if (frame.intent === 'study') return studyText(frame, catalogue, language);
  if (frame.intent !== 'help') return figuresText(frame, catalogue, language);
  const [name] = frame.metrics;
  if (name === undefined) return texts.help;
  const metric = catalogue.metrics.find((m) => m.name === name);
  return [metric?.label ?? '', metric?.description ?? ''].filter((part) => part !== '').join(': ');
}

function figuresText(frame: FigureFrame, catalogue: Catalogue, language: QuestionLanguage): string {
  const { texts } = locales[language];
  const parts = [subject(frame, catalogue, language)];
  if (frame.dimensions.length > 0)
    parts.push(
      fill(texts.by, frame.dimensions.map((d) => labelOf(catalogue, d)).join(` ${texts.and} `)),
    );
  if (frame.grain !== null) parts.push(texts.per[frame.grain]);
  for (const filter of frame.filters) parts.push(filterText(catalogue, filter));
  if (frame.limit !== null)
    parts.push(
      fill(frame.order[0]?.direction === 'asc' ? texts.bottom : texts.top, String(frame.limit)),
    );
  else if (frame.order[0] !== undefined)
    parts.push(
      fill(
        frame.order[0].direction === 'asc' ? texts.ascending : texts.descending,
        orderedBy(frame, frame.order[0].by, catalogue),
      ),
    );
  const ranked = rankingText(frame.ranking, catalogue, language);
  if (ranked !== undefined) parts.push(ranked);
  if (frame.time !== null) parts.push(timeText(frame.time));
  else if (frame.horizon === null && frame.intent !== 'anomalies') parts.push(texts.allTime);
  if (frame.compare !== null) parts.push(comparisonText(frame.compare, texts));
  return parts.join(', ');
}

/** What rows are ordered by: a metric, a dimension or the ratio. */
function orderedBy(frame: FigureFrame, by: string, catalogue: Catalogue): string {
  return frame.ratio !== null && by === ratioName
    ? ratioText(frame.ratio, catalogue)
    : labelOf(catalogue, by);
}

function subject(frame: FigureFrame, catalogue: Catalogue, language: QuestionLanguage): string {
  const { texts } = locales[language];
  const metrics = frame.metrics.map((m) => labelOf(catalogue, m)).join(` ${texts.and} `);
  switch (frame.intent) {
    case 'explain':
      return fill(texts.why, metrics);
    case 'forecast':
      return fill(
        texts.forecast,
        metrics,
        frame.horizon === null ? '…' : horizonText(frame.horizon, language),
      );
    case 'funnel':
      return fill(texts.funnel, frame.steps.map((s) => labelOf(catalogue, s)).join(' → '));
    case 'retention':
      return metrics === '' ? texts.retention : `${texts.retention}: ${metrics}`;
    case 'anomalies':
      return fill(texts.anomalies, metrics);
    default:
      break;
  }
  if (frame.ratio !== null) return ratioText(frame.ratio, catalogue);
  return frame.transform === null ? metrics : transformText(frame.transform, metrics, texts);
}
