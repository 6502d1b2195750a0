import type { FunnelAnswer } from '@olympus/sdk';
import { Info } from 'lucide-react';
import { useTexts } from '../messages/use-texts.js';
import { Notice } from '../ui/notice.js';
import { funnelTexts } from './texts.js';

/** What to know when reading the figures, in the reader's language. */
export function FunnelNotes({ answer }: { readonly answer: FunnelAnswer }) {
  const { t } = useTexts(funnelTexts);
  const { notes, steps, breakdown, open } = answer;
  if (notes.length === 0) return null;
  const told = ({ code, message, step }: (typeof notes)[number]) => {
    switch (code) {
      case 'step_never':
        return t('note.step_never', {
          number: step ?? 0,
          label: steps.find(({ number }) => number === step)?.label ?? '',
        });
      case 'window_exceeds_data':
        return t('note.window_exceeds_data');
      case 'windows_open':
        return t('note.windows_open', { count: open });
      case 'values_folded':
        return t('note.values_folded', {
          shown: breakdown?.limit ?? 0,
          all: breakdown?.values ?? 0,
        });
      case 'step_not_filtered':
        return t('note.step_not_filtered', {
          number: step ?? 0,
          label: steps.find(({ number }) => number === step)?.label ?? '',
        });
      default:
        return message;
    }
  };
  return (
    <Notice tone="info" icon={<Info size={16} aria-hidden="true" />}>
      <ul className="min-w-0 flex-1 space-y-1">
        {notes.map((note) => (
          <li key={`${note.code} ${note.message}`}>{told(note)}</li>
        ))}
      </ul>
    </Notice>
  );
}
