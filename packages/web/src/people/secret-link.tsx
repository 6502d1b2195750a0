import { CopyButton } from '../ui/copy-button.js';

/** A link that works once, to be passed on. */
export function SecretLink({
  url,
  about,
  copy,
}: {
  readonly url: string;
  readonly about: string;
  readonly copy: string;
}) {
  return (
    <div className="rounded-control border border-border-control bg-surface-2 p-3">
      <p className="mb-2 text-text-2 text-xs">{about}</p>
      <div className="flex flex-wrap items-center gap-2">
        <code className="min-w-0 flex-1 select-all font-mono text-xs [overflow-wrap:anywhere]">
          {url}
        </code>
        <CopyButton text={url} label={copy} />
      </div>
    </div>
  );
}
