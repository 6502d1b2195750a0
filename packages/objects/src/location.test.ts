import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseObjectsUrl } from './location.js';

const dataDir = resolve('/srv/data');
const aws = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };
const google = { GS_ACCESS_KEY_ID: 'GOOG', GS_SECRET_ACCESS_KEY: 'secret' };
const parse = (text?: string, variables: Record<string, string> = {}) =>
  parseObjectsUrl(text, { variables, dataDir });

describe('where files are kept', () => {
  it('is a folder in the data folder when nothing is said', () => {
    expect(parse()).toEqual({ kind: 'folder', path: join(dataDir, 'objects') });
    expect(parse('folder:files')).toEqual({ kind: 'folder', path: join(dataDir, 'files') });
    const absolute = resolve('/mnt/files');
    expect(parse(`folder:${absolute}`)).toEqual({ kind: 'folder', path: absolute });
  });

  it('is a bucket of S3', () => {
    expect(parse('s3://shop/olympus/a?region=eu-central-1', aws)).toEqual({
      kind: 'bucket',
      location: {
        bucket: 'shop',
        prefix: 'olympus/a/',
        region: 'eu-central-1',
        endpoint: undefined,
      },
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    });
    expect(
      parse('s3://shop', { ...aws, AWS_REGION: 'eu-west-1', AWS_SESSION_TOKEN: 'token' }),
    ).toMatchObject({
      location: { prefix: '', region: 'eu-west-1' },
      credentials: { sessionToken: 'token' },
    });
    expect(parse('s3://shop/?endpoint=https://minio.lan:9000', aws)).toMatchObject({
      location: { region: 'us-east-1', endpoint: 'https://minio.lan:9000' },
    });
  });

  it('is a bucket of Google Cloud Storage', () => {
    expect(parse('gs://shop/olympus', google)).toEqual({
      kind: 'bucket',
      location: {
        bucket: 'shop',
        prefix: 'olympus/',
        region: 'auto',
        endpoint: 'https://storage.googleapis.com',
      },
      credentials: { accessKeyId: 'GOOG', secretAccessKey: 'secret' },
    });
  });

  it.each([
    ['ftp://shop', 'unknown'],
    ['nonsense', 'no address'],
    ['folder:', 'names no folder'],
    ['s3://shop', 'names no region'],
    ['s3://a:b@shop?region=x', 'holds credentials'],
    ['s3://x?region=x', 'no bucket'],
    ['s3://shop/../up?region=x&zone=y', '"zone" is no parameter'],
    ['s3://shop/a%20b?region=x', 'no prefix'],
    ['s3://shop?endpoint=minio.lan', 'endpoint is no address'],
    ['gs://shop', 'credentials are missing'],
  ])('is not %s', (text, fault) => {
    expect(() => parse(text, aws)).toThrow(
      expect.objectContaining({
        code: 'invalid_setting',
        at: 'OLYMPUS_OBJECTS_URL',
        message: expect.stringContaining(fault),
      }),
    );
  });
});
