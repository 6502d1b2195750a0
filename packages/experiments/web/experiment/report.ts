import type { Experiment, ExperimentResults } from '@olympus/sdk';
import { formatFull, type NumberStyle } from '@olympus/web/kit';
import { armName, changeText, intervalText } from '../experiments/wording.js';
import { type DetailTexts, metricName, sentences } from './sentences.js';

/** A text as one line of Markdown: nothing of it is markup. */
const plain = (text: string) => text.replaceAll(/[\\`*_[\]<>|#]/g, '\\$&').replaceAll(/\s+/g, ' ');

/** An experiment as a report to keep: what was expected, what came out, what was decided. */
export function reportOf(
  texts: DetailTexts,
  style: NumberStyle,
  experiment: Experiment,
  results: ExperimentResults,
): string {
  const { t } = texts;
  const { sentence, more } = sentences(texts, style, experiment, results);
  const { decision, arms } = experiment;
  const lines = [`# ${plain(experiment.name)}`, '', `**${plain(sentence)}**`, ''];
  if (more.length > 0) lines.push(plain(more.join(' ')), '');
  if (experiment.hypothesis !== '') {
    lines.push(`## ${t('hypothesis')}`, '', plain(experiment.hypothesis), '');
  }
  for (const result of results.metrics) {
    const unit = result.kind === 'share' ? 'ratio' : result.unit;
    lines.push(
      `## ${plain(metricName(texts, result))} (${t(`role.${result.role}`)})`,
      '',
      `| ${t('armColumn')} | ${t('unitsColumn')} | ${t('valueColumn')} | ${t('changeColumn')} |`,
      '| --- | ---: | ---: | --- |',
      ...result.arms.map(({ arm, units, mean, comparison }) => {
        const change = comparison?.change;
        const told = change
          ? `${changeText(change.estimate, style)} (${intervalText(change, style)})`
          : comparison === null
            ? t('control')
            : t('nothingYet');
        return `| ${plain(armName(arms, arm))} | ${formatFull(units, 'count', style)} | ${formatFull(mean, unit, style)} | ${told} |`;
      }),
      '',
    );
  }
  lines.push(`## ${t('health')}`, '');
  for (const { check, status } of results.health) {
    lines.push(`- ${t(`check.${check}`)}: ${t(`status.${status}`)}`);
  }
  if (decision) {
    lines.push('', `## ${t('decision')}`, '', `**${plain(armName(arms, decision.arm))}**`, '');
    lines.push(plain(decision.reason), '', `${plain(decision.decided_by)}, ${decision.decided_at}`);
  }
  return `${lines.join('\n')}\n`;
}
