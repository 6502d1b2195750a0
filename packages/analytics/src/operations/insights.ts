import type { Handlers } from '@olympus/contract';
import { modelLanguageOf } from '@olympus/semantic';
import type { Analytics } from '../analytics.js';
import { briefLength, type FoundInsight } from '../insights/find-insights.js';
import { falseFindings } from '../insights/rank.js';
import { tell, type Writing } from '../insights/tell.js';
import { textsOf } from '../insights/texts/index.js';
import type { InsightsAnswer, insightOperations } from './insights.contract.js';

export function insightHandlers(analytics: Analytics): Handlers<typeof insightOperations> {
  return {
    'analytics.insights': async ({ tenant, input }) => {
      const language = modelLanguageOf(input.locale);
      const { model, currency, timeZone } = await analytics.surroundings(tenant, language);
      const { findings, tested, facts } = await analytics.insights({
        tenantId: tenant,
        language,
        most: input.limit ?? briefLength,
      });
      // words of one language with numbers of another would be neither
      const own = modelLanguageOf(input.locale) === 'de' ? /^de\b/i : /^en\b/i;
      const locale = input.locale !== undefined && own.test(input.locale) ? input.locale : language;
      const writing: Writing = { model, currency, locale };
      return {
        insights: findings.map((finding) => insightAnswer(finding, writing)),
        tested,
        false_discovery_rate: falseFindings,
        through: facts?.days.at(-1) ?? null,
        currency,
        time_zone: timeZone,
      };
    },
  };
}

function insightAnswer(
  { told, cause, metric: name, evidence, action, ...finding }: FoundInsight,
  writing: Writing,
): InsightsAnswer['insights'][number] {
  const { kind, subject, direction, money, certainty, score, chart, span, compare } = finding;
  const metric = writing.model.metrics.get(name);
  return {
    id: `${kind} ${subject}`,
    kind,
    metric: {
      name,
      label: metric?.label ?? name,
      unit: metric?.unit ?? 'number',
      polarity: metric?.polarity ?? 'neutral',
    },
    direction,
    sentence: tell(told, writing),
    cause: cause === undefined ? null : tell(cause.told, writing),
    evidence: cause === undefined ? evidence : [...evidence, cause.evidence],
    money,
    certainty,
    score,
    chart,
    action: { kind: action, text: textsOf(writing.model.language)[`action.${action}`] },
    span,
    compare,
  };
}
