import type { TenantId } from '@olympus/core';
import type { Objects } from '@olympus/objects';
import type { ChurnModel } from '../models/churn-model.js';
import type { ValueModel } from '../models/value-model.js';
import type { ModelKind, StoredModel } from './model-store.js';

export type AnyModel = ChurnModel | ValueModel;

/** What models need to foretell, as files of their tenant. */
export interface Artifacts {
  save(
    tenant: TenantId,
    kind: ModelKind,
    version: number,
    model: AnyModel,
  ): Promise<{ readonly key: string; readonly sha256: string }>;
  /** Read once, then kept. @throws Problem `object_not_found`; Error when the file is another */
  load(tenant: TenantId, model: StoredModel): Promise<AnyModel>;
}

const mostKept = 200;

export function createArtifacts(objects: Pick<Objects, 'put' | 'get'>): Artifacts {
  const kept = new Map<string, AnyModel>();
  return {
    async save(tenant, kind, version, model) {
      const key = `ml/models/${kind}/${version}.json`;
      const content = Buffer.from(JSON.stringify(model));
      const { sha256 } = await objects.put(tenant, key, content, {
        contentType: 'application/json',
      });
      return { key, sha256 };
    },
    async load(tenant, { artifact, artifactSha256 }) {
      const place = `${tenant}\n${artifactSha256}`;
      const known = kept.get(place);
      if (known !== undefined) return known;
      const { info, content } = await objects.get(tenant, artifact);
      const parts: Buffer[] = [];
      for await (const part of content) parts.push(Buffer.from(part));
      if (info.sha256 !== undefined && info.sha256 !== artifactSha256) {
        throw new Error(`${artifact} is not the file that was trained`);
      }
      const model: AnyModel = JSON.parse(Buffer.concat(parts).toString());
      if (kept.size >= mostKept) kept.clear();
      kept.set(place, model);
      return model;
    },
  };
}
