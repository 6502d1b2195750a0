import type { BodyBytes } from '@olympus/contract';
import { Problem } from '@olympus/core';

type Headers = Pick<BodyBytes, 'mediaType' | 'header' | 'headerNames'>;

const prefix = 'ce-';
/** Attributes that are no names of members, or that the body says. */
const setApart: ReadonlySet<string> = new Set(['ce-datacontenttype']);

/** Whether a request is one event in CloudEvents' binary mode: attributes as headers, data as the body. */
export function isBinaryMode({ mediaType, header }: Headers): boolean {
  return (
    header('ce-specversion') !== undefined &&
    mediaType?.toLowerCase().startsWith('application/cloudevents') !== true
  );
}

/**
 * An event of the binary mode as one of the structured mode. The data is taken over as it is sent.
 * @throws Problem `unsupported_data` for data that is no JSON
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md
 */
export function toStructured(content: Buffer, headers: Headers): Buffer {
  const { mediaType = 'application/json' } = headers;
  if (content.length > 0 && !isJson(mediaType)) {
    throw new Problem({
      code: 'unsupported_data',
      kind: 'unsupported',
      message: `Data of an event is JSON, not ${mediaType.slice(0, 80)}`,
      remedy: 'Send the data as application/json.',
      at: 'content-type',
    });
  }
  const attributes = Object.fromEntries(
    headers.headerNames
      .filter((name) => name.startsWith(prefix) && !setApart.has(name))
      .map((name) => [name.slice(prefix.length), decoded(headers.header(name) ?? '')]),
  );
  const text = JSON.stringify(attributes);
  if (content.length === 0) return Buffer.from(text);
  return Buffer.concat([Buffer.from(`${text.slice(0, -1)},"data":`), content, Buffer.from('}')]);
}

function isJson(mediaType: string): boolean {
  const [name = ''] = mediaType.split(';', 1);
  return /^(?:application|text)\/(?:[\w.+-]+\+)?json$/i.test(name.trim());
}

/** Header values are percent-encoded where they are not plain ASCII; in older SDKs also quoted. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replace(/^"(.*)"$/, '$1'));
  } catch {
    return value;
  }
}
