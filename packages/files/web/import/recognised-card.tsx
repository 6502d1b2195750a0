import type { ImportProposal, Upload } from '@olympus/sdk';
import { Badge, SelectField, useNumberStyle, useTexts } from '@olympus/web/kit';
import { FileCheck2, FileQuestion } from 'lucide-react';
import { formatBytes } from './formats.js';
import { names } from './names.js';
import { StageHeading } from './stage.js';
import { texts } from './texts.js';
import { useNotes } from './use-notes.js';
import type { FileKind } from './use-review.js';

const KINDS: readonly FileKind[] = [
  'orders_by_line',
  'orders_by_order',
  'customers',
  'products',
  'refunds',
  'payments',
  'stock',
];
/** From here on a proposal is called sure, or likely. */
const SURE = 0.8;
const LIKELY = 0.5;

/** Whose export a file is, and how sure that is. */
export function RecognisedCard({
  proposal,
  file,
  rows,
  onKind,
}: {
  readonly proposal: ImportProposal;
  readonly file: Upload | undefined;
  readonly rows: number | undefined;
  readonly onKind: (kind: FileKind) => void;
}) {
  const { t } = useTexts(texts);
  const { t: name } = useTexts(names);
  const { locale } = useNumberStyle();
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const { kind, system, confidence } = proposal;
  const tell = useNotes();
  const title = system ? tell(proposal.title) : kind && name(`kind.${kind}`);
  const checks = proposal.columns.some(({ sure, role }) => role !== null && !sure);
  const tone = confidence >= SURE && !checks ? 'good' : 'warn';
  const Icon = title ? FileCheck2 : FileQuestion;
  return (
    <section className="card flex flex-wrap items-start gap-x-6 gap-y-4 p-4 md:p-5">
      <span
        className={`flex size-10 shrink-0 items-center justify-center rounded-full ${title ? 'bg-good-tint text-good' : 'bg-warn-tint text-warn'}`}
      >
        <Icon size={20} aria-hidden="true" />
      </span>
      <div className="min-w-0 flex-1 basis-56">
        <StageHeading>{title ? t('read.is', { title }) : t('read.unknown')}</StageHeading>
        <p className="text-text-2 [overflow-wrap:anywhere]">
          {[
            file?.name,
            file && formatBytes(file.bytes, locale),
            rows !== undefined && t('read.rows', { count: rows }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {title ? (
          <p className="mt-2 flex flex-wrap items-center gap-2">
            <Badge tone={tone}>
              {tone === 'good'
                ? t('read.sure')
                : confidence >= LIKELY
                  ? t('read.likely')
                  : t('read.unsure')}
            </Badge>
            {confidence < 1 && (
              <span className="text-text-3">
                {t('read.confidence', { share: percent.format(confidence) })}
              </span>
            )}
          </p>
        ) : (
          <p className="mt-2 text-md text-text-2">{t('read.unknownHint')}</p>
        )}
      </div>
      <div className="w-full sm:w-72">
        <SelectField
          label={t('read.kind')}
          value={kind ?? ''}
          choices={KINDS.map((value) => ({ value, label: name(`kind.${value}`) }))}
          onChange={onKind}
        />
      </div>
    </section>
  );
}
