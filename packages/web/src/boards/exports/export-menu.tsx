import type { InputOf, TileQuestion } from '@olympus/sdk';
import { ChevronDown, Download, FileClock } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../messages/use-texts.js';
import { useTenant } from '../../pages/current-page.js';
import { permits } from '../../session/permissions.js';
import { Button } from '../../ui/button.js';
import { Menu, MenuAction, MenuDivider } from '../../ui/menu.js';
import { EXPORT_FORMATS, exportAnswer } from './export-answer.js';
import { ExportJob } from './export-job.js';
import { exportTexts } from './texts.js';

export type WholeQuery = InputOf<'exports.start'>['query'];

/** What is on screen as a file; where it may have more rows than one answer, all of them by a job. */
export function ExportMenu({
  title,
  ask,
  whole,
  disabled = false,
}: {
  /** Names the file. */
  readonly title: string;
  /** The question whose answer is on screen, with its time. */
  readonly ask: TileQuestion;
  /** The same as a query that a job answers in full. */
  readonly whole?: WholeQuery | undefined;
  readonly disabled?: boolean;
}) {
  const { t, locale } = useTexts(exportTexts);
  const tenant = useTenant();
  const [making, setMaking] = useState(false);
  return (
    <>
      <Menu
        align="end"
        label={t('export')}
        trigger={
          <Button disabled={disabled}>
            <Download size={14} aria-hidden="true" />
            {t('export')}
            <ChevronDown size={14} aria-hidden="true" className="text-text-3" />
          </Button>
        }
      >
        {EXPORT_FORMATS.map(({ format, name }) => (
          <MenuAction
            key={format}
            onSelect={() => void exportAnswer(tenant.id, ask, { format, title, locale })}
          >
            {name}
          </MenuAction>
        ))}
        {whole && permits(tenant, ['jobs:read']) && (
          <>
            <MenuDivider />
            <MenuAction
              icon={<FileClock size={14} aria-hidden="true" />}
              onSelect={() => setMaking(true)}
            >
              {t('all')}
            </MenuAction>
          </>
        )}
      </Menu>
      {making && whole && (
        <ExportJob title={title} query={whole} onClose={() => setMaking(false)} />
      )}
    </>
  );
}
