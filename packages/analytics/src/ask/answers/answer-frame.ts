import { Problem } from '@olympus/core';
import { answerAnomalies } from './anomalies.js';
import { type Answered, type Asking, declined, unsupported } from './asking.js';
import { answerDrivers } from './drivers.js';
import { answerFigures } from './figures.js';
import { answerForecast } from './outlook.js';
import { answerRatio } from './ratios.js';

/** Answers a frame. What the model refuses is told as such; faults of the machinery stay faults. */
export async function answerFrame(asking: Asking): Promise<Answered> {
  try {
    switch (asking.frame.intent) {
      case 'query':
      case 'compare':
        return asking.frame.ratio === null
          ? await answerFigures(asking)
          : await answerRatio(asking, asking.frame.ratio);
      case 'explain':
        return await answerDrivers(asking);
      case 'forecast':
        return await answerForecast(asking);
      case 'anomalies':
        return await answerAnomalies(asking);
      case 'funnel':
      case 'retention':
        return declined(asking, 'retainedMetric');
      default:
        throw new Error(`unknown intent ${String(asking.frame satisfies never)}`);
    }
  } catch (error) {
    const refused =
      error instanceof Problem && (error.kind === 'invalid' || error.kind === 'unsupported');
    if (!refused) throw error;
    const { message, remedy } = error;
    return unsupported(remedy === undefined ? `${message}.` : `${message}. ${remedy}`);
  }
}
