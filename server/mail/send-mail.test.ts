import { createServer } from 'node:net';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { forget } from '@/server/shared';
import { startMailServer } from '@/test/mail-server';
import { realLog } from '@/test/real-log';

const server = await startMailServer();
afterAll(() => server.close());

/** Another process: its configuration, and what it remembers, anew. */
async function mailWith(environment: Record<string, string>) {
  vi.resetModules();
  forget('mail');
  vi.stubEnv('SMTP_URL', '').stubEnv('MAIL_FROM', '');
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  return import('./send-mail');
}
afterEach(() => void vi.unstubAllEnvs());

const configured = () => mailWith({ SMTP_URL: server.url, MAIL_FROM: 'Grantboard <grants@example.com>' });

describe('a mail', () => {
  it('arrives as it was written, in either language', async () => {
    const { sendMail } = await configured();
    const text = 'こちらのリンクから設定してください。\n\nhttp://localhost:3000/reset-password#aB-_'.repeat(3);
    await sendMail({ to: 'hanako@example.com', subject: 'パスワードの再設定についてのお知らせ（Grantboard）', text });
    expect(await server.mailTo('hanako@example.com')).toEqual({
      from: 'grants@example.com',
      to: ['hanako@example.com'],
      subject: 'パスワードの再設定についてのお知らせ（Grantboard）',
      text,
    });
  });

  it('keeps its text beside HTML', async () => {
    const { sendMail } = await configured();
    await sendMail({ to: 'both@example.com', subject: 'Both', text: 'As text', html: '<p>As HTML</p>' });
    expect(await server.mailTo('both@example.com')).toMatchObject({ text: 'As text' });
  });

  it('goes to one address, and adds no header, whatever it is made of', async () => {
    const { sendMail } = await configured();
    const subject = 'Hello\r\nBcc: eve@example.com';
    await sendMail({ to: 'one@example.com, eve@example.com', subject, text: 'Text' }).catch(() => null);
    await sendMail({ to: 'one@example.com', subject, text: 'Text' });
    expect(await server.mailTo('one@example.com')).toMatchObject({ to: ['one@example.com'] });
    expect(server.received.flatMap(({ to }) => to)).not.toContain('eve@example.com');
  });

  it('is refused plainly where mail is not configured', async () => {
    const { sendMail, isMailConfigured } = await mailWith({});
    expect(isMailConfigured()).toBe(false);
    await expect(sendMail({ to: 'a@example.com', subject: 'S', text: 'T' })).rejects.toMatchObject({
      code: 'unavailable',
      data: { reason: 'mail_not_configured' },
    });
  });

  it('that the server refuses is told, and neither its text nor its reader is logged', async () => {
    const { sendMail } = await configured();
    const warned = vi.spyOn(realLog(), 'warn');
    const sending = sendMail({ to: 'refused@example.com', subject: 'S', text: 'token-abc' });
    await expect(sending).rejects.toMatchObject({
      code: 'unavailable',
      data: { reason: 'mail_failed', responseCode: 550 },
    });
    expect(JSON.stringify(warned.mock.calls)).not.toMatch(/token-abc|refused@/);
  });

  it('does not leave in the clear for another machine', async () => {
    const lines: string[] = [];
    const plain = createServer((socket) => {
      socket
        .on('error', () => undefined)
        .on('data', (bytes) => {
          lines.push(bytes.toString());
          socket.write('250 hello\r\n');
        });
      socket.write('220 plain\r\n');
    });
    await new Promise<void>((resolve) => plain.listen(0, '0.0.0.0', resolve));
    const { port } = plain.address() as { port: number };
    const { sendMail } = await mailWith({ SMTP_URL: `smtp://0.0.0.0:${port}`, MAIL_FROM: 'grants@example.com' });
    await expect(sendMail({ to: 'a@example.com', subject: 'S', text: 'T' })).rejects.toMatchObject({
      data: { reason: 'mail_failed' },
    });
    expect(lines.join('')).toContain('STARTTLS');
    expect(lines.join('')).not.toMatch(/MAIL FROM|DATA/);
    plain.close();
  });
});
