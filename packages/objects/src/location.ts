import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '@olympus/core';
import type { BucketCredentials, BucketLocation } from './s3/location.js';

/** Where files are kept. */
export type ObjectsLocation =
  | { readonly kind: 'folder'; readonly path: string }
  | {
      readonly kind: 'bucket';
      readonly location: BucketLocation;
      readonly credentials: BucketCredentials;
    };

type Variables = Readonly<Record<string, string | undefined>>;

const bucketName = /^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/;
const prefixSyntax = /^([A-Za-z0-9_=-][A-Za-z0-9._=-]*\/)*$/;

/**
 * Reads `OLYMPUS_OBJECTS_URL`: `folder:/path` or `folder:name` (in the data folder),
 * `s3://bucket/prefix?region=eu-central-1&endpoint=https://minio.lan:9000`, `gs://bucket/prefix`.
 * Credentials come from `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`; for
 * Google, an HMAC key from `GS_ACCESS_KEY_ID` and `GS_SECRET_ACCESS_KEY`. `AWS_REGION` and
 * `AWS_ENDPOINT_URL_S3` stand in for what the address leaves out.
 * @param text  undefined for the folder `objects` in the data folder
 * @throws Problem invalid_setting; it never repeats a secret
 */
export function parseObjectsUrl(
  text: string | undefined,
  { variables, dataDir }: { readonly variables: Variables; readonly dataDir: string },
): ObjectsLocation {
  if (text === undefined) return { kind: 'folder', path: join(dataDir, 'objects') };
  if (text.startsWith('folder:')) return parseFolder(text, dataDir);
  if (!URL.canParse(text)) throw invalid('it is no address');
  const url = new URL(text);
  if (url.protocol !== 's3:' && url.protocol !== 'gs:') {
    throw invalid(`"${url.protocol}" is unknown`);
  }
  if (url.username !== '' || url.password !== '') throw invalid('it holds credentials');
  const bucket = url.hostname;
  const path = url.pathname.replace(/^\/+|\/+$/g, '');
  const prefix = path === '' ? '' : `${path}/`;
  if (!bucketName.test(bucket)) throw invalid(`"${bucket}" is no bucket`);
  if (!prefixSyntax.test(prefix)) throw invalid(`"${path}" is no prefix`);
  const unknown = [...url.searchParams.keys()].find(
    (name) => name !== 'region' && name !== 'endpoint',
  );
  if (unknown !== undefined) throw invalid(`"${unknown}" is no parameter`);
  if (url.protocol === 'gs:') {
    const endpoint = url.searchParams.get('endpoint') ?? 'https://storage.googleapis.com';
    return {
      kind: 'bucket',
      location: { bucket, prefix, region: 'auto', endpoint: checkEndpoint(endpoint) },
      credentials: readCredentials(variables, 'GS_ACCESS_KEY_ID', 'GS_SECRET_ACCESS_KEY'),
    };
  }
  const endpoint = url.searchParams.get('endpoint') ?? filled(variables.AWS_ENDPOINT_URL_S3);
  const region =
    url.searchParams.get('region') ??
    filled(variables.AWS_REGION) ??
    filled(variables.AWS_DEFAULT_REGION);
  if (region === undefined && endpoint === undefined) {
    throw invalid('it names no region', 'Add ?region=… to it, or set AWS_REGION.');
  }
  return {
    kind: 'bucket',
    location: {
      bucket,
      prefix,
      region: region ?? 'us-east-1',
      endpoint: endpoint === undefined ? undefined : checkEndpoint(endpoint),
    },
    credentials: {
      ...readCredentials(variables, 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'),
      ...(filled(variables.AWS_SESSION_TOKEN) === undefined
        ? {}
        : { sessionToken: filled(variables.AWS_SESSION_TOKEN) ?? '' }),
    },
  };
}

function parseFolder(text: string, dataDir: string): ObjectsLocation {
  const rest = text.slice('folder:'.length);
  const path = rest.startsWith('///') ? fileURLToPath(`file:${rest}`) : rest;
  if (path === '') throw invalid('it names no folder');
  return { kind: 'folder', path: isAbsolute(path) ? path : join(dataDir, path) };
}

function readCredentials(variables: Variables, id: string, secret: string): BucketCredentials {
  const accessKeyId = filled(variables[id]);
  const secretAccessKey = filled(variables[secret]);
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw invalid('its credentials are missing', `Set ${id} and ${secret}.`);
  }
  return { accessKeyId, secretAccessKey };
}

function checkEndpoint(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : undefined;
  if (protocol === 'https:' || protocol === 'http:') return text;
  throw invalid('its endpoint is no address', 'Write the endpoint as https://host:port.');
}

const filled = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text.trim();

function invalid(fault: string, remedy?: string): Problem {
  return new Problem({
    code: 'invalid_setting',
    kind: 'invalid',
    message: `OLYMPUS_OBJECTS_URL cannot be used: ${fault}`,
    remedy: remedy ?? 'Use folder:PATH, s3://bucket/prefix?region=… or gs://bucket/prefix.',
    at: 'OLYMPUS_OBJECTS_URL',
  });
}
