import type { LocalRange } from '@olympus/sdk';
import { download, fileName } from '../../charts/index.js';
import { formatRange } from '../../format/dates.js';
import { toast } from '../../ui/toast.js';
import type { TileAnswered } from './tile-source.js';
import { answersOf } from './use-tile.js';

/** The chart as a picture that says what it shows. */
export async function exportPicture(
  svg: SVGSVGElement | null,
  about: {
    readonly answered: TileAnswered | undefined;
    readonly title: string;
    readonly locale: string;
  },
  format: 'png' | 'svg',
): Promise<void> {
  if (!svg) return;
  const { exportChart } = await import('../../charts/export-chart.js');
  const details = detailsOf(answersOf(about.answered)[0], about.locale);
  try {
    const picture = await exportChart(svg, { title: about.title, details }, format);
    download(picture, fileName(about.title, format));
  } catch (fault) {
    toast(String(fault), { tone: 'bad' });
  }
}

/** What answers say of themselves, whichever operation gave them: `meta`, or beside their figures. */
function detailsOf(answer: unknown, locale: string): readonly string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const { meta = answer } = answer as { readonly meta?: object };
  const { range, time_zone, currency } = meta as {
    readonly range?: LocalRange | null;
    readonly time_zone?: string;
    readonly currency?: string;
  };
  return [
    range ? formatRange(range, locale) : '',
    time_zone?.replaceAll('_', ' ') ?? '',
    currency ?? '',
  ].filter(Boolean);
}
