import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail as its reader sees it. */
export type ReceivedMail = { from: string; to: string[]; subject: string; text: string };

/** A mail server on loopback. It takes everything but mail to an address that begins with `refused`. */
export async function startMailServer(port = 0) {
  const received: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _, done) =>
      done(address.startsWith('refused') ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, { envelope }, done) => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      const to = envelope.rcptTo.map(({ address }) => address);
      void text(stream).then((raw) => {
        received.push({ from, to, ...readMail(raw) });
        for (const look of waiting) look();
        done();
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    /** The first mail to this address that has come, or comes. */
    mailTo(address: string): Promise<ReceivedMail> {
      return new Promise((resolve) => {
        const look = () => {
          const found = received.find(({ to }) => to.includes(address));
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

/** Subject and first text of a mail as nodemailer writes it. */
function readMail(raw: string): Pick<ReceivedMail, 'subject' | 'text'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? '';
  if (!/^Content-Type: multipart/m.test(head))
    return { subject: unword(subject), text: decode(head, rest.join('\r\n\r\n')) };
  const [partHead = '', partBody = ''] = rest;
  return { subject: unword(subject), text: decode(partHead, partBody.replace(/\r\n--.*[\s\S]*$/, '')) };
}

function decode(head: string, body: string): string {
  const encoding = /^Content-Transfer-Encoding: (.*)$/m.exec(head)?.[1]?.trim();
  const bytes =
    encoding === 'base64' ? Buffer.from(body, 'base64') : encoding === 'quoted-printable' ? unquote(body) : body;
  return bytes.toString().replaceAll('\r\n', '\n').trimEnd();
}

const unquote = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=`, as headers have words that are not ASCII. */
function unword(header: string): string {
  return header
    .replace(/\?=\r\n[ \t]=\?/g, '?==?')
    .replace(/\r\n/g, '')
    .replace(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      (kind === 'B' ? Buffer.from(word, 'base64') : unquote(word.replaceAll('_', ' '))).toString(),
    );
}
