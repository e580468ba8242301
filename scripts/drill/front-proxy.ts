import { createServer, request, type Server } from 'node:http';

/** As proxies do it, an instance is left out after so many bad answers in a row, and taken back after a good one. */
const fall = 3;

/**
 * What stands before several instances: asks each every 200 ms whether it is ready, and hands every request to one that
 * is, in turn. It sends nothing twice: what an instance lets fall has failed.
 */
export function frontProxy(ports: number[]): { server: Server; close: () => void } {
  const misses = new Map(ports.map((port) => [port, fall]));
  let turn = 0;
  const look = () =>
    ports.forEach((port) => {
      const note = (ready: boolean) => void misses.set(port, ready ? 0 : misses.get(port)! + 1);
      const asked = request({ host: 'localhost', port, path: '/readyz', agent: false, timeout: 2_000 }, (response) => {
        response.resume();
        note(response.statusCode === 200);
      });
      asked
        .on('error', () => note(false))
        .on('timeout', () => asked.destroy())
        .end();
    });
  const timer = setInterval(look, 200);
  look();
  const server = createServer((incoming, outgoing) => {
    const list = ports.filter((port) => misses.get(port)! < fall);
    const port = list[turn++ % list.length];
    if (!port) return void outgoing.writeHead(503).end();
    const { method, url: path, headers } = incoming;
    const passed = request({ host: 'localhost', port, method, path, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(passed);
  });
  return { server, close: () => (clearInterval(timer), server.close()) };
}
