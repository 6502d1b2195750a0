import type { TileQuestion } from '@olympus/sdk';
import { useTexts } from '../../messages/use-texts.js';
import { CodeBlock } from '../../ui/code-block.js';
import { Dialog } from '../../ui/dialog.js';
import { boardTexts } from '../texts.js';

/** The question behind a tile, to read and to copy. */
export function ShowQuery({
  title,
  question,
  open,
  onOpenChange,
}: {
  readonly title: string;
  readonly question: TileQuestion;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const { t } = useTexts(boardTexts);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('queryTitle', { title })}>
      <div className="space-y-3 p-4">
        <p className="text-text-2">{t('queryAbout')}</p>
        <p>
          <code className="font-mono text-xs">{question.operation}</code>
        </p>
        <CodeBlock
          text={JSON.stringify(question.input, null, 2)}
          label={t('copyQuery')}
          maxHeight={360}
        />
      </div>
    </Dialog>
  );
}
