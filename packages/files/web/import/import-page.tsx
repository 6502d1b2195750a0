import { PageFrame, usePageSearch } from '@olympus/web/kit';
import { useState } from 'react';
import { DropZone } from './drop-zone.js';
import { FollowImport } from './follow-import.js';
import { ImportList } from './import-list.js';
import { importSearch } from './import-search.js';
import { ReviewFile } from './review-file.js';
import { Sending } from './sending-panel.js';
import { Steps } from './steps.js';

/** Files of other systems become events: chosen, checked, imported, and undone where that was wrong. */
export default function ImportPage() {
  const [{ upload, import: followed, covers }, change] = usePageSearch(importSearch);
  const [files, setFiles] = useState<readonly File[]>([]);
  /** The first of the files is on its way. */
  const [sending, setSending] = useState(false);
  const [first, ...rest] = files;

  const begin = (chosen: readonly File[]) => {
    setFiles(chosen);
    setSending(true);
  };
  const idle = { upload: undefined, import: undefined, covers: undefined };
  /** Whatever is looked at is left; the next file, if one waits, comes up. */
  const goOn = () => {
    if (files.length > 0) setSending(true);
    change(idle);
  };

  const step = followed ? 2 : upload ? 1 : 0;
  return (
    <PageFrame narrow>
      <Steps at={step} />
      {sending && first ? (
        <Sending
          key={`${first.name}${files.length}`}
          file={first}
          onSent={({ id }) => {
            setSending(false);
            setFiles(rest);
            change({ ...idle, upload: id });
          }}
          onCancel={() => {
            setSending(false);
            setFiles([]);
          }}
          onOthers={begin}
        />
      ) : followed ? (
        <FollowImport
          key={followed}
          id={followed}
          covers={covers}
          next={first?.name}
          onAnother={goOn}
        />
      ) : upload ? (
        <ReviewFile
          key={upload}
          uploadId={upload}
          waiting={files.map(({ name }) => name)}
          onStarted={(id, dates) => change({ ...idle, import: id, covers: dates })}
          onDiscarded={goOn}
          onSkipWaiting={() => setFiles([])}
        />
      ) : (
        <DropZone onFiles={begin} />
      )}
      {!upload && <ImportList except={followed} />}
    </PageFrame>
  );
}
