import type { BoardTile } from '@olympus/sdk';
import {
  Copy,
  Download,
  EllipsisVertical,
  FileCode,
  Image,
  Pencil,
  SquareArrowOutUpRight,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { Button } from '../../ui/button.js';
import { Menu, MenuAction, MenuDivider, MenuLabel } from '../../ui/menu.js';
import { EXPORT_FORMATS, exportAnswer, isTabular } from '../exports/export-answer.js';
import { boardTexts } from '../texts.js';
import { exportPicture } from './export-tile.js';
import { ShowQuery } from './show-query.js';
import type { TileAnswered } from './tile-source.js';
import { useOrigin } from './use-origin.js';

/** What can be done with a tile. */
export function TileMenu({
  tile,
  answered,
  onEdit,
  onDuplicate,
  onRemove,
}: {
  readonly tile: BoardTile;
  readonly answered: TileAnswered | undefined;
  readonly onEdit?: (() => void) | undefined;
  readonly onDuplicate?: (() => void) | undefined;
  readonly onRemove?: (() => void) | undefined;
}) {
  const { t, locale } = useTexts(boardTexts);
  const tenant = useTenant();
  const [showing, setShowing] = useState(false);
  const [question] = answered?.asked ?? [];
  const title = tile.title || t('untitled');
  const tabular = question !== undefined && isTabular(question);
  const origin = useOrigin(tile);
  const picture = () =>
    document.querySelector<SVGSVGElement>(`[data-tile="${tile.id}"] svg[data-chart]`);
  if (!question && !origin && !onEdit && !onDuplicate && !onRemove) return null;
  return (
    <>
      <Menu
        align="end"
        label={t('menu', { title })}
        trigger={
          <Button look="icon" className="-me-2" aria-label={t('menu', { title })}>
            <EllipsisVertical size={15} aria-hidden="true" />
          </Button>
        }
      >
        {origin && (
          <MenuAction
            icon={<SquareArrowOutUpRight size={14} aria-hidden="true" />}
            onSelect={origin.open}
          >
            {t('openIn', { page: origin.page })}
          </MenuAction>
        )}
        {onEdit && (
          <MenuAction icon={<Pencil size={14} aria-hidden="true" />} onSelect={onEdit}>
            {t('edit')}
          </MenuAction>
        )}
        {onDuplicate && (
          <MenuAction icon={<Copy size={14} aria-hidden="true" />} onSelect={onDuplicate}>
            {t('duplicate')}
          </MenuAction>
        )}
        {question && (
          <MenuAction
            icon={<FileCode size={14} aria-hidden="true" />}
            onSelect={() => setShowing(true)}
          >
            {t('showQuery')}
          </MenuAction>
        )}
        {tabular && (
          <>
            <MenuDivider />
            <MenuLabel>{t('download')}</MenuLabel>
            {EXPORT_FORMATS.map(({ format, name }) => (
              <MenuAction
                key={format}
                icon={<Download size={14} aria-hidden="true" />}
                onSelect={() => void exportAnswer(tenant.id, question, { format, title, locale })}
              >
                {name}
              </MenuAction>
            ))}
          </>
        )}
        {picture() && (
          <>
            {!tabular && <MenuDivider />}
            {!tabular && <MenuLabel>{t('download')}</MenuLabel>}
            {(['png', 'svg'] as const).map((format) => (
              <MenuAction
                key={format}
                icon={<Image size={14} aria-hidden="true" />}
                onSelect={() => void exportPicture(picture(), { answered, title, locale }, format)}
              >
                {format.toUpperCase()}
              </MenuAction>
            ))}
          </>
        )}
        {onRemove && (
          <>
            <MenuDivider />
            <MenuAction icon={<Trash2 size={14} aria-hidden="true" />} onSelect={onRemove}>
              {t('remove')}
            </MenuAction>
          </>
        )}
      </Menu>
      {question && (
        <ShowQuery title={title} question={question} open={showing} onOpenChange={setShowing} />
      )}
    </>
  );
}
