import type { Download } from '@olympus/contract';
import { Problem } from '@olympus/core';

const maxBytes = 8 * 1024 * 1024;

/**
 * A file as a string: text as it is, everything else in base64.
 * @throws Problem `answer_too_large`
 */
export async function readDownload({ body, mediaType }: Download): Promise<string> {
  if (typeof body === 'string') return body;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body instanceof Uint8Array ? [body] : body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) {
      throw new Problem({
        code: 'answer_too_large',
        kind: 'too_large',
        message: `The file has more than ${maxBytes} bytes`,
        remedy: 'Fetch it from its own address, where files may have any size.',
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString(/^text\/|json/.test(mediaType) ? 'utf8' : 'base64');
}
