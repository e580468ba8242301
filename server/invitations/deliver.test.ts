import { afterAll, afterEach, expect, it, vi } from 'vitest';
import type { Person } from '@/server/auth/actor';
import { forget } from '@/server/shared';
import { startMailServer } from '@/test/mail-server';

const server = await startMailServer();
afterAll(() => server.close());
afterEach(() => void vi.unstubAllEnvs());

/** Another process, with another configuration. */
async function deliverWith(SMTP_URL: string) {
  vi.resetModules();
  forget('mail');
  vi.stubEnv('SMTP_URL', SMTP_URL).stubEnv('MAIL_FROM', 'grants@example.com');
  return (await import('./deliver')).deliver;
}

const actor = { name: 'Mika\r\nBcc: eve@example.com', teamName: 'アクメ' } as Person;
const invitation = {
  id: '01900000-0000-7000-8000-000000000000',
  email: 'yui@example.com',
  role: 'operator' as const,
  invitedBy: { id: '01900000-0000-7000-8000-000000000001', name: actor.name },
  createdAt: '2026-11-25T22:00:00.000Z',
  expiresAt: '2026-11-26T22:00:00.000Z',
};
const token = 'a'.repeat(43);

it('mails the link, whom it is for, as what and until when, in the language that was asked for', async () => {
  const deliver = await deliverWith(server.url);
  expect(await deliver(actor, { invitation, token, language: 'ja' })).toMatchObject({ mail: 'sent' });
  const mail = await server.mailTo('yui@example.com');
  expect(mail.subject).toContain('アクメ');
  expect(mail.text).toContain(`/invitation#${token}\n`);
  expect(mail.text).toContain('オペレーター');
  expect(mail.text).toContain('2026年11月26日 22:00 UTC');
  expect(server.received.flatMap(({ to }) => to)).toEqual(['yui@example.com']);
});

it('gives the link all the same where the mail was not taken, or none is sent here', async () => {
  const failing = await deliverWith(server.url);
  const refused = { ...invitation, email: 'refused@example.com' };
  expect(await failing(actor, { invitation: refused, token, language: 'en' })).toMatchObject({
    mail: 'failed',
    link: expect.stringContaining(`#${token}`),
  });
  const off = await deliverWith('');
  expect(await off(actor, { invitation, token, language: 'en' })).toMatchObject({ mail: 'off' });
});
