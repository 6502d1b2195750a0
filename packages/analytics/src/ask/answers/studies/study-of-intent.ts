import { type Catalogue, emptyFrame, type Frame, type StudyFrame } from '@olympus/language';

/**
 * The study that a frame asks for. Funnels and retention are also frames of their own in languages
 * whose words of studies are not known; a funnel without steps is the shop's way to an order.
 */
export function studyOfIntent(frame: Frame, { studies }: Catalogue): StudyFrame | undefined {
  if (frame.intent === 'study') return frame;
  if (studies === undefined || (frame.intent !== 'funnel' && frame.intent !== 'retention'))
    return undefined;
  const { metrics, time, filters, dimensions, grain, steps, intent, chart } = frame;
  const shared = { ...emptyFrame, intent: 'study', time, filters, dimensions, chart } as const;
  if (intent === 'retention') {
    const isRevenue = metrics.length === 1 && metrics[0] === studies.order.metric;
    if (metrics.length > 0 && !isRevenue) return undefined;
    return {
      ...shared,
      grain,
      study: { kind: 'retention', shown: 'back', measure: isRevenue ? 'revenue' : 'customers' },
    };
  }
  const way = steps.length >= 2 ? steps : studies.way;
  return {
    ...shared,
    grain: null,
    study: { kind: 'funnel', steps: way, shown: 'steps', within: null },
  };
}
