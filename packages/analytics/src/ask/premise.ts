import type { Answer, QuestionLanguage } from '@olympus/language';
import { numberIn } from '../query/number-in.js';
import type { AskData, Insight } from './ask-answer.js';
import { fill } from './texts/index.js';

/** What a question takes for granted that is not so; without verbs that would have to agree. */
const contradictions: Readonly<
  Record<QuestionLanguage, { readonly rose: string; readonly fell: string; readonly same: string }>
> = {
  en: {
    rose: '{metric} went up, not down.',
    fell: '{metric} went down, not up.',
    same: '{metric} did not change.',
  },
  de: {
    rose: '{metric}: gestiegen, nicht gesunken.',
    fell: '{metric}: gesunken, nicht gestiegen.',
    same: '{metric}: unverändert.',
  },
  fr: {
    rose: '{metric} : en hausse, et non en baisse.',
    fell: '{metric} : en baisse, et non en hausse.',
    same: '{metric} : sans changement.',
  },
  es: {
    rose: '{metric}: al alza, no a la baja.',
    fell: '{metric}: a la baja, no al alza.',
    same: '{metric}: sin cambios.',
  },
  pt: {
    rose: '{metric}: em alta, não em queda.',
    fell: '{metric}: em queda, não em alta.',
    same: '{metric}: sem alteração.',
  },
  it: {
    rose: '{metric}: in aumento, non in calo.',
    fell: '{metric}: in calo, non in aumento.',
    same: '{metric}: senza variazioni.',
  },
  nl: {
    rose: '{metric}: gestegen, niet gedaald.',
    fell: '{metric}: gedaald, niet gestegen.',
    same: '{metric}: ongewijzigd.',
  },
  ja: {
    rose: '{metric}は減少ではなく増加しています。',
    fell: '{metric}は増加ではなく減少しています。',
    same: '{metric}は変化していません。',
  },
  zh: {
    rose: '{metric}是上升，而不是下降。',
    fell: '{metric}是下降，而不是上升。',
    same: '{metric}没有变化。',
  },
};

/**
 * The sentence that a question about a change is answered with first where the change went the other
 * way ("why did revenue drop", when it rose); none where the question says what happened.
 */
export function contradiction(
  { frame, spans, language }: Answer,
  { tables }: AskData,
): readonly Insight[] {
  const [metric] = frame.metrics;
  const [total] = tables;
  const asked = spans.find(({ value }) => value === 'rise' || value === 'fall')?.value;
  const change = metric === undefined ? null : numberIn(total?.rows[0]?.difference);
  if (frame.intent !== 'explain' || asked === undefined || change === null) return [];
  if ((asked === 'rise' && change > 0) || (asked === 'fall' && change < 0)) return [];
  const { rose, fell, same } = contradictions[language];
  const template = change === 0 ? same : change > 0 ? rose : fell;
  const text = fill(template, { metric: total?.title ?? '' });
  return [{ text, parts: [{ kind: 'text', text }] }];
}
