import { createClient, type Upload } from '@olympus/sdk';

/**
 * Uploads a file and tells how much of it has gone, which the platform's `fetch` does not.
 * @param onProgress 0 to 1
 * @throws ProblemError; the signal's reason when it was aborted
 */
export function sendFile(
  tenantId: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Upload> {
  const client = createClient({ fetch: (address, init) => send(address, init, onProgress) });
  return client.uploads.add(
    { tenant_id: tenantId, name: file.name },
    // the same whatever type the platform guesses from the name's ending
    { file: new Blob([file], { type: 'application/octet-stream' }), signal },
  );
}

/** `fetch` by XMLHttpRequest, as far as an upload needs it. */
function send(
  address: RequestInfo | URL,
  init: RequestInit | undefined,
  onProgress: (share: number) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(init?.method ?? 'GET', address.toString());
    for (const [name, value] of new Headers(init?.headers)) request.setRequestHeader(name, value);
    request.responseType = 'blob';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    request.onload = () => {
      const { status, statusText, response } = request;
      resolve(new Response(response, { status, statusText, headers: headersOf(request) }));
    };
    request.onerror = () => reject(new TypeError('The connection failed'));
    const signal = init?.signal;
    request.onabort = () => reject(signal?.reason);
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(init?.body instanceof Blob ? init.body : null);
  });
}

function headersOf(request: XMLHttpRequest): Headers {
  const headers = new Headers();
  for (const line of request
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)) {
    const [name, ...value] = line.split(': ');
    if (name) headers.append(name, value.join(': '));
  }
  return headers;
}
