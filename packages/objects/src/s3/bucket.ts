import { AwsClient } from 'aws4fetch';
import { objectsUnavailable } from '../faults.js';
import { type BucketCredentials, type BucketLocation, bucketAddress } from './location.js';
import { readText } from './xml.js';

export interface BucketRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** Undefined for the bucket itself. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | string;
  /** Statuses to answer as they are; others below 400 are too, the rest are Problems. */
  readonly expect?: readonly number[];
}

/** Signed requests to one bucket. */
export interface Bucket {
  readonly prefix: string;
  /** @throws Problem objects_unavailable */
  send(request: BucketRequest): Promise<Response>;
}

/** Tries after the first when the server is busy, with growing pauses. */
const retries = 4;

export function createBucket(location: BucketLocation, credentials: BucketCredentials): Bucket {
  const { bucket, region, prefix } = location;
  const client = new AwsClient({ ...credentials, service: 's3', region, retries });
  const address = bucketAddress(location);
  return {
    prefix,
    async send({ method, key, query = {}, headers = {}, body, expect = [] }) {
      const path = key === undefined ? '' : key.split('/').map(encodeURIComponent).join('/');
      const url = new URL(`${address}/${path}`);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      let answer: Response;
      try {
        answer = await client.fetch(url, {
          method,
          headers: { ...headers },
          ...(body === undefined ? {} : { body }),
        });
      } catch (error) {
        throw objectsUnavailable(bucket, error);
      }
      if (answer.status < 400 || expect.includes(answer.status)) return answer;
      throw objectsUnavailable(bucket, await faultOf(answer));
    },
  };
}

/** What a refused request was told, such as `SignatureDoesNotMatch`. */
export async function faultOf(answer: Response): Promise<Error> {
  const text = await answer.text();
  const code = readText(text, 'Code') ?? answer.statusText;
  return new Error(`${answer.status} ${code}: ${readText(text, 'Message') ?? ''}`);
}
