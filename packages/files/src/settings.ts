import type { SettingsReader } from '@olympus/contract';

/** What the environment decides about uploaded files. */
export interface FilesSettings {
  readonly maxUploadBytes: number;
  readonly keepUploadsMs: number;
}

const megabyte = 1024 ** 2;
const hourMs = 3_600_000;
/** No upload is larger, whatever the setting says. */
export const largestUploadMegabytes = 20_000;

export function readFilesSettings(read: SettingsReader): FilesSettings {
  return {
    maxUploadBytes:
      read.integer('OLYMPUS_UPLOAD_MAX_MB', 512, 1, largestUploadMegabytes) * megabyte,
    keepUploadsMs: read.integer('OLYMPUS_UPLOAD_KEEP_HOURS', 72, 1, 24 * 90) * hourMs,
  };
}
