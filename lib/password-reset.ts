'use client';

export type ResetRequestEnding = 'sent' | 'emailInvalid' | 'rate_limited' | 'mail_not_configured' | 'failed';
export type ResetEnding = { email: string } | 'passwordShort' | 'passwordCommon' | 'over' | 'rate_limited' | 'failed';

type Refusal = { code?: string; data?: { reason?: string; field?: string } };

/** Asks for a mail with a link. Whether there is an account, nobody is told. */
export async function askForReset(given: { email: string; language: string }): Promise<ResetRequestEnding> {
  const answer = await post('', given);
  if (answer.ok) return 'sent';
  const { code, data } = answer.body as Refusal;
  if (code === 'rate_limited') return code;
  if (data?.reason === 'mail_not_configured') return data.reason;
  return data?.field === 'email' ? 'emailInvalid' : 'failed';
}

/** Sets the password with the token of a mailed link. */
export async function setPassword(given: { token: string; password: string }): Promise<ResetEnding> {
  const answer = await post('/complete', given);
  if (answer.ok) return answer.body as { email: string };
  const { code, data } = answer.body as Refusal;
  if (code === 'rate_limited') return code;
  if (code === 'not_found' || data?.field === 'token') return 'over';
  if (data?.reason === 'common_password') return 'passwordCommon';
  return data?.field === 'password' ? 'passwordShort' : 'failed';
}

async function post(path: string, given: object): Promise<{ ok: boolean; body: unknown }> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`/api/password-reset${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(given),
    });
    return { ok: response.ok, body: await response.json() };
  } catch {
    return { ok: false, body: {} };
  }
}
