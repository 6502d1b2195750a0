import type { Socket } from 'node:net';

const emptyLine = Buffer.from('\r\n\r\n');

/**
 * Sends a whole HTTP/1.1 request over a connection that is kept and resolves with the answer. Does
 * no more than that: the client's work is part of every time measured through it.
 */
export function exchange(
  socket: Socket,
  request: string,
): Promise<{ readonly status: number; readonly body: Buffer }> {
  return new Promise((resolve, reject) => {
    let buffered: Buffer = Buffer.alloc(0);
    const onData = (part: Buffer) => {
      buffered = buffered.length === 0 ? part : Buffer.concat([buffered, part]);
      const head = buffered.indexOf(emptyLine);
      if (head === -1) return;
      const headers = buffered.toString('latin1', 0, head);
      const end = head + 4 + Number(/content-length: (\d+)/i.exec(headers)?.[1] ?? 0);
      if (buffered.length < end) return;
      const status = Number(headers.slice(9, 12));
      finish(() => resolve({ status, body: buffered.subarray(head + 4, end) }));
    };
    const onError = (error: Error) => finish(() => reject(error));
    const finish = (then: () => void) => {
      socket.off('data', onData).off('error', onError);
      then();
    };
    socket.on('data', onData).on('error', onError);
    socket.write(request);
  });
}
