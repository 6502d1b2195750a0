import type { Upload } from '@olympus/sdk';
import {
  announce,
  Button,
  ProgressBar,
  useNumberStyle,
  useTenant,
  useTexts,
} from '@olympus/web/kit';
import { useEffect, useEffectEvent, useState } from 'react';
import { DropZone } from './drop-zone.js';
import { FaultPanel } from './fault-panel.js';
import { useFaults } from './faults.js';
import { formatBytes } from './formats.js';
import { sendFile } from './sending.js';
import { texts } from './texts.js';

interface SendingProps {
  readonly file: File;
  readonly onSent: (upload: Upload) => void;
  readonly onCancel: () => void;
  /** Other files were chosen instead. */
  readonly onOthers: (files: readonly File[]) => void;
}

/** A file on its way, and what went wrong with it. */
export function Sending({ file, onSent, onCancel, onOthers }: SendingProps) {
  const { t } = useTexts(texts);
  const tenant = useTenant();
  const { locale } = useNumberStyle();
  const [share, setShare] = useState(0);
  const { wordsOf } = useFaults();
  const [fault, setFault] = useState<unknown>();
  const sent = useEffectEvent(onSent);
  const started = useEffectEvent(() => announce(t('upload.started', { file: file.name })));

  useEffect(() => {
    const controller = new AbortController();
    started();
    sendFile(tenant.id, file, setShare, controller.signal).then(
      (upload) => !controller.signal.aborted && sent(upload),
      (error: unknown) => !controller.signal.aborted && setFault(error),
    );
    return () => controller.abort(new Error('cancelled'));
  }, [tenant.id, file]);

  if (fault) {
    return (
      <>
        <FaultPanel title={t('upload.failed', { file: file.name })} {...wordsOf(fault)} />
        <DropZone onFiles={onOthers} />
      </>
    );
  }
  return (
    <section className="card flex flex-wrap items-end gap-4 p-5">
      <div className="min-w-0 flex-1 basis-64">
        <ProgressBar
          label={t('upload.label', { file: file.name })}
          value={share}
          detail={t('upload.detail', {
            done: formatBytes(share * file.size, locale),
            all: formatBytes(file.size, locale),
          })}
        />
      </div>
      <Button onClick={onCancel}>{t('upload.cancel')}</Button>
    </section>
  );
}
