import { addressOf, isLocal } from './address.js';
import { stampHeaders } from './headers.js';
import { refusalOf } from './limits.js';
import { methodsOf } from './methods.js';
import { observe } from './observe.js';
import { answerPastNext, sendAnswer } from './past-next.js';
import { newNonce, pagePolicy } from './policy.js';

/**
 * The door before Next: every answer leaves through it with the same headers, and what nobody may ask gets no further.
 * Who may do what is never decided here.
 */
export function openDoor({ appUrl, hops, isClosing, answers = {}, files = /** @type {any} */ (undefined) }, handle) {
  const https = appUrl.startsWith('https:');
  const { origin } = new URL(appUrl);
  return (request, response) => {
    const method = request.method ?? '';
    const path = request.url.split('?', 1)[0];
    const nonce = newNonce();
    observe(response, { path, method });
    stampHeaders(response, { path, method, nonce, https });
    if (isClosing()) response.setHeader('Connection', 'close');

    const allowed = methodsOf(path);
    if (!allowed.includes(method)) return void response.writeHead(405, { Allow: allowed.join(', ') }).end();
    const refusal = isReadable(path) ? refusalOf(request, path) : 400;
    if (refusal) return void response.writeHead(refusal, { Connection: 'close' }).end();

    request.headers['x-local'] = isLocal(request) ? '1' : '';
    request.headers['x-forwarded-for'] = addressOf(request, hops);
    // Pages are not told their own address; one that wants a sign-in first has to name it.
    request.headers['x-path'] = request.url;
    // Next reads the nonce of its own scripts out of the policy; the layout hands it to the one script of ours.
    request.headers['content-security-policy'] = pagePolicy(nonce, https);
    request.headers['x-nonce'] = nonce;
    const answer = answerPastNext(answers, { method, path });
    const send = answer ? () => sendAnswer(answer, origin, request, response) : files?.(request, path);
    const answered = send ? send(response) : handle(request, response);
    answered.catch(() => response.destroy());
  };
}

/** Next answers an address whose escapes are no UTF-8 with 500. */
function isReadable(path) {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
