import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

type Answer = (request: IncomingMessage & { text: string }, response: ServerResponse) => void;

/** A server on loopback for the tests of one file, which answers what `answer` is set to. */
export function scriptedServer() {
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    scripted.answer(Object.assign(request, { text }), response);
  });
  const scripted = {
    url: '',
    answer: ((_, response) => response.end()) as Answer,
    /** Answers every request with this body. */
    reply(body: string | Uint8Array, httpStatus = 200) {
      scripted.answer = (_, response) => response.writeHead(httpStatus).end(body);
    },
  };
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    scripted.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return scripted;
}
