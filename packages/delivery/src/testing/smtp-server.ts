import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came. */
  readonly source: string;
}

/** A mail server (RFC 5321) that keeps what it accepts. */
export interface SmtpReceiver {
  readonly port: number;
  readonly mails: ReceivedMail[];
  /** User and password of AUTH PLAIN; without, nobody needs to sign in. */
  credentials: { readonly user: string; readonly password: string } | undefined;
  /** Another reply to a command than usual, such as `550 5.1.1 unknown`. */
  reply: (command: string) => string | undefined;
  stop(): Promise<void>;
}

export async function startSmtpServer(): Promise<SmtpReceiver> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    converse(socket, receiver);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: SmtpReceiver = {
    port: (server.address() as AddressInfo).port,
    mails: [],
    credentials: undefined,
    reply: () => undefined,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return receiver;
}

function converse(socket: Socket, receiver: SmtpReceiver): void {
  let waiting = '';
  let from = '';
  let to: string[] = [];
  let content: string[] | undefined;
  let signedIn = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const angle = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? '';

  const usual: Readonly<Record<string, (line: string) => void>> = {
    EHLO: () => say(receiver.credentials ? '250-here\r\n250 AUTH PLAIN' : '250 here'),
    HELO: () => say('250 here'),
    AUTH: (line) => {
      const [, user, password] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
        .toString()
        .split('\0');
      signedIn = user === receiver.credentials?.user && password === receiver.credentials?.password;
      say(signedIn ? '235 welcome' : '535 5.7.8 wrong user or password');
    },
    MAIL: (line) => {
      if (receiver.credentials && !signedIn) return void say('530 5.7.0 sign in first');
      from = angle(line);
      to = [];
      say('250 ok');
    },
    RCPT: (line) => {
      to.push(angle(line));
      say('250 ok');
    },
    DATA: () => {
      content = [];
      say('354 go on');
    },
    RSET: () => say('250 ok'),
    QUIT: () => socket.end('221 bye\r\n'),
  };

  function take(line: string): void {
    if (content !== undefined) {
      if (line !== '.') return void content.push(line.replace(/^\./, ''));
      const source = content.join('\r\n');
      content = undefined;
      const other = receiver.reply('.');
      if (other !== undefined) return void say(other);
      receiver.mails.push({ from, to, source });
      return void say('250 2.0.0 taken');
    }
    const other = receiver.reply(line);
    if (other !== undefined) return void say(other);
    const command = usual[line.slice(0, 4).toUpperCase()];
    if (command === undefined) say('502 not here');
    else command(line);
  }

  socket.on('data', (chunk) => {
    waiting += chunk.toString('utf8');
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end);
      waiting = waiting.slice(end + 2);
      take(line);
    }
  });
  say('220 here');
}

/** The parts of a mail's body by media type, decoded; and its headers, unfolded, by lower-case name. */
export function readMail(source: string) {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  );
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1] ?? '';
  const body = rest.join('\r\n\r\n');
  const parts = new Map(
    body
      .split(`--${boundary}`)
      .slice(1, -1)
      .map((part) => {
        const [partHead = '', ...partBody] = part.split('\r\n\r\n');
        const type = /content-type: ([\w/]+)/i.exec(partHead)?.[1] ?? '';
        return [type, decode(partHead, partBody.join('\r\n\r\n'))];
      }),
  );
  return { headers, text: parts.get('text/plain') ?? '', html: parts.get('text/html') ?? '' };
}

function decode(head: string, body: string): string {
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
