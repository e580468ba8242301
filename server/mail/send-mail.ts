import 'server-only';
import { createTransport, type Transporter } from 'nodemailer';
import { env } from '@/server/env';
import { AppError } from '@/server/errors';
import { log } from '@/server/log';
import { isLoopback } from '@/server/origin';
import { shared } from '@/server/shared';

export type Mail = { to: string; subject: string; text: string; html?: string };

/** Whether this installation can send mail at all. */
export const isMailConfigured = (): boolean => env().SMTP_URL !== undefined;

/**
 * Hands a mail to the server of SMTP_URL. What it says is never logged: it may hold a one-time token.
 * @throws AppError unavailable, with `data.reason`: `mail_not_configured`, or `mail_failed` where the server refused it.
 */
export async function sendMail({ to, subject, text, html }: Mail): Promise<void> {
  const { MAIL_FROM: from } = env();
  try {
    // An object, not text: text could name several addresses.
    await transport().sendMail({ from, to: { name: '', address: to }, subject, text, ...(html && { html }) });
  } catch (error) {
    if (error instanceof AppError) throw error;
    const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
    log.warn({ code, responseCode, command }, 'A mail was not taken by the mail server');
    const data = { reason: 'mail_failed', ...(responseCode && { responseCode }) };
    throw new AppError('unavailable', 'The mail server did not take the mail.', { data });
  }
}

function transport(): Transporter {
  const { SMTP_URL: url } = env();
  if (!url) {
    throw new AppError('unavailable', 'This installation cannot send mail: SMTP_URL is not set.', {
      data: { reason: 'mail_not_configured' },
    });
  }
  return shared('mail', () => createTransport(smtp(new URL(url))));
}

function smtp({ protocol, hostname, port, username, password }: URL) {
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    ...(port && { port: Number(port) }),
    secure: protocol === 'smtps:',
    // Passwords and one-time tokens go over this line: in the clear only where the operator says so, or inside this machine.
    requireTLS: !env().ALLOW_INSECURE_HTTP && !isLoopback(hostname),
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
