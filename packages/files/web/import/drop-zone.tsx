import { Button, toast, useTexts } from '@olympus/web/kit';
import { FileUp, Upload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { texts } from './texts.js';

const ENDINGS = '.csv,.tsv,.txt,.ndjson,.jsonl,.json,.parquet,.gz';

/** Where files are dropped, or chosen by a button. */
export function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useTexts(texts);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  useNoStrayDrops();

  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    const full = files.filter(({ size }) => size > 0);
    for (const { name, size } of files) {
      if (size === 0) toast(t('drop.empty', { file: name }), { tone: 'bad' });
    }
    if (full.length > 0) onFiles(full);
  };

  return (
    <section aria-labelledby="drop">
      <h2 id="drop" className="font-semibold text-lg">
        {t('drop.title')}
      </h2>
      <p className="mt-1 mb-3 max-w-[72ch] text-md text-text-2">{t('drop.hint')}</p>
      {/* Dropping is for the mouse; the button does the same for everyone. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        onDragEnter={() => setOver(true)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
        data-over={over}
        className="flex flex-col items-center rounded-card border-2 border-border-control border-dashed bg-surface px-6 py-12 text-center transition-colors data-[over=true]:border-accent data-[over=true]:bg-accent-tint"
      >
        <span className="mb-3 flex size-12 items-center justify-center rounded-full bg-surface-2 text-text-2">
          <FileUp size={22} aria-hidden="true" />
        </span>
        <p className="font-medium text-md pointer-coarse:hidden">
          {over ? t('drop.letGo') : t('drop.here')}
        </p>
        <p className="my-1 text-text-3 pointer-coarse:hidden">{t('drop.or')}</p>
        <Button look="primary" onClick={() => input.current?.click()}>
          <Upload size={14} aria-hidden="true" />
          {t('drop.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          accept={ENDINGS}
          hidden
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
        <p className="mt-3 text-text-3 text-xs">{t('drop.formats')}</p>
      </div>
    </section>
  );
}

/** A file dropped beside the zone must not take the browser away from the page. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => event.preventDefault();
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}
