import { useTexts } from '../../messages/use-texts.js';
import { boardTexts } from '../texts.js';

/** There is nothing to draw: said in the room that the drawing would take. */
export function TooLittle({ height }: { readonly height: number }) {
  const { t } = useTexts(boardTexts);
  return (
    <p
      className="flex items-center justify-center rounded-control bg-surface-2 px-4 text-center text-text-3"
      style={{ height: Math.max(48, height) }}
    >
      {t('tooLittle')}
    </p>
  );
}
