import { Badge, useTexts } from '@olympus/web/kit';
import { riskTexts } from './texts.js';

const TONE = { high: 'bad', medium: 'warn', low: 'good' } as const;

/** The band of a risk in a word. */
export function BandBadge({ band }: { readonly band: keyof typeof TONE }) {
  const { t } = useTexts(riskTexts);
  return <Badge tone={TONE[band]}>{t(`band.${band}`)}</Badge>;
}
