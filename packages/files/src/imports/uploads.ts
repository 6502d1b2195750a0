import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Clock, Problem, type TenantId } from '@olympus/core';
import type { Objects } from '@olympus/objects';
import { type Database, openStream, sealStream } from '@olympus/platform';
import { emptyFile } from '../reading/file-signature.js';

/** A file that waits to be imported. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly created_at: string;
  readonly expires_at: string;
}

/** Files on their way in: kept until they expire. */
export interface Uploads {
  /** @throws Problem `upload_too_large`, `empty_file` */
  add(tenant: TenantId, name: string, content: AsyncIterable<Uint8Array>): Promise<UploadedFile>;
  /** Undefined when it never was or has expired. */
  find(tenant: TenantId, id: string): Promise<UploadedFile | undefined>;
  /** @throws Problem `upload_not_found` */
  get(tenant: TenantId, id: string): Promise<UploadedFile>;
  list(tenant: TenantId): Promise<readonly UploadedFile[]>;
  remove(tenant: TenantId, id: string): Promise<void>;
  /** Does work with local copies of files, which are removed afterwards. */
  withFiles<Result>(
    tenant: TenantId,
    ids: readonly string[],
    work: (paths: readonly string[], folder: string) => Promise<Result>,
  ): Promise<Result>;
  /** Removes what has expired. @returns how many */
  sweep(): Promise<number>;
}

export interface UploadDeps {
  readonly objects: Objects;
  readonly database: Pick<Database, 'execute'>;
  readonly clock: Clock;
  /** Under which files are sealed where they wait. */
  readonly tenantKey: (tenant: TenantId) => Promise<Uint8Array>;
  /** Makes an id that nobody can guess. */
  readonly newId: () => string;
  /** Place for local copies. */
  readonly workFolder: string;
  readonly maxBytes: number;
  readonly keepMs: number;
}

const keyOf = (id: string) => `uploads/${id}`;

export function createUploads(deps: UploadDeps): Uploads {
  const { objects, database, clock, tenantKey, newId, workFolder, maxBytes, keepMs } = deps;

  async function find(tenant: TenantId, id: string): Promise<UploadedFile | undefined> {
    const rows = await database.execute(
      'select id, name, bytes, created_at, expires_at from file_uploads where tenant_id = $1 and id = $2 and expires_at > $3',
      [tenant, id, new Date(clock.now()).toISOString()],
    );
    return rows[0] === undefined ? undefined : toUpload(rows[0]);
  }

  async function get(tenant: TenantId, id: string): Promise<UploadedFile> {
    const found = await find(tenant, id);
    if (found !== undefined) return found;
    throw new Problem({
      code: 'upload_not_found',
      kind: 'not_found',
      message: `There is no uploaded file ${id.slice(0, 80)}`,
      remedy: 'Uploads expire; upload the file again.',
    });
  }

  return {
    find,
    get,
    async add(tenant, name, content) {
      const id = newId();
      const key = keyOf(id);
      const counted = { bytes: 0 };
      const sealed = sealStream(await tenantKey(tenant), bounded(content, maxBytes, counted), key);
      await objects.put(tenant, key, sealed, { contentType: 'application/octet-stream' });
      const { bytes } = counted;
      if (bytes === 0) {
        await objects.delete(tenant, key);
        throw emptyFile(name);
      }
      const now = clock.now();
      await database.execute(
        'insert into file_uploads (id, tenant_id, name, bytes, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)',
        [
          id,
          tenant,
          name,
          bytes,
          new Date(now).toISOString(),
          new Date(now + keepMs).toISOString(),
        ],
      );
      return get(tenant, id);
    },
    async list(tenant) {
      const rows = await database.execute(
        'select id, name, bytes, created_at, expires_at from file_uploads where tenant_id = $1 and expires_at > $2 order by created_at desc, id limit 1000',
        [tenant, new Date(clock.now()).toISOString()],
      );
      return rows.map(toUpload);
    },
    async remove(tenant, id) {
      await get(tenant, id);
      await objects.delete(tenant, keyOf(id));
      await database.execute('delete from file_uploads where tenant_id = $1 and id = $2', [
        tenant,
        id,
      ]);
    },
    async withFiles(tenant, ids, work) {
      const folder = join(workFolder, newId());
      await mkdir(folder, { recursive: true });
      try {
        const paths: string[] = [];
        for (const [index, id] of ids.entries()) {
          await get(tenant, id);
          const path = join(folder, `file-${index}`);
          const { content } = await objects.get(tenant, keyOf(id));
          const plain = openStream(await tenantKey(tenant), content, keyOf(id));
          await pipeline(plain, createWriteStream(path));
          paths.push(path);
        }
        return await work(paths, folder);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async sweep() {
      const expired = await database.execute(
        'select tenant_id, id from file_uploads where expires_at <= $1 limit 10000',
        [new Date(clock.now()).toISOString()],
      );
      for (const [tenant, id] of expired) {
        await objects.delete(String(tenant) as TenantId, keyOf(String(id)));
        await database.execute('delete from file_uploads where id = $1', [id]);
      }
      return expired.length;
    },
  };
}

function toUpload([id, name, bytes, createdAt, expiresAt]: readonly unknown[]): UploadedFile {
  return {
    id: String(id),
    name: String(name),
    bytes: Number(bytes),
    created_at: new Date(Number(createdAt)).toISOString(),
    expires_at: new Date(Number(expiresAt)).toISOString(),
  };
}

async function* bounded(
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
  counted: { bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    counted.bytes += chunk.byteLength;
    if (counted.bytes > maxBytes) {
      throw new Problem({
        code: 'upload_too_large',
        kind: 'too_large',
        message: `The file is larger than ${Math.floor(maxBytes / 1024 ** 2)} MB`,
        remedy: 'Pack it with gzip, divide it, or raise OLYMPUS_UPLOAD_MAX_MB.',
      });
    }
    yield chunk;
  }
}
