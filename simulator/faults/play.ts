import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { jsonText, type Envelope } from '../open-api/envelope';
import { send } from '../http';
import type { Fault } from './fault';

const HTML_PAGE = '<!doctype html><html><head><title>Security check</title></head><body><h1>Verify</h1></body></html>';

/** Answers as the fault says. `reply` is what would have been answered, when the call did its work. */
export async function playFault(fault: Fault, response: ServerResponse, reply: Envelope): Promise<void> {
  switch (fault.kind) {
    case 'code': {
      const envelope = { ...reply, code: fault.code, message: fault.message ?? `Simulated ${fault.code}`, data: {} };
      return send(response, fault.status ?? 200, jsonText(envelope), fault.contentType ?? 'application/json');
    }
    case 'status':
      return send(response, fault.status, fault.body, 'text/plain; charset=utf-8');
    case 'html':
      return send(response, fault.status ?? 200, HTML_PAGE, fault.contentType ?? 'text/html; charset=utf-8');
    case 'body':
      return send(response, fault.status ?? 200, fault.body, fault.contentType ?? 'application/json');
    case 'truncate':
      return truncate(response, Buffer.from(jsonText(reply)), fault.at, fault.declareAll);
    case 'drip':
      return drip(response, Buffer.from(jsonText(reply)), fault.bytesPerSecond);
    case 'hang':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'redirect':
      response.writeHead(fault.status, { Location: fault.location }).end();
      return;
    case 'huge':
      return pour(response, fault.bytes);
  }
}

function truncate(response: ServerResponse, bytes: Buffer, at: number, declareAll: boolean): void {
  const part = bytes.subarray(0, at);
  const length = declareAll ? bytes.length : part.length;
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': length });
  if (!declareAll) {
    response.end(part);
    return;
  }
  response.flushHeaders();
  response.write(part, () => response.destroy());
}

async function drip(response: ServerResponse, bytes: Buffer, bytesPerSecond: number): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': bytes.length });
  for (let at = 0; at < bytes.length && !response.destroyed; at++) {
    response.write(bytes.subarray(at, at + 1));
    await sleep(1_000 / bytesPerSecond);
  }
  response.end();
}

async function pour(response: ServerResponse, total: number): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  await pipeline(pieces(total), response).catch(() => undefined);
}

function* pieces(total: number): Generator<Buffer> {
  const piece = Buffer.alloc(64 * 1024, 'x');
  yield Buffer.from('{"code":0,"message":"');
  for (let sent = 0; sent < total; sent += piece.length) yield piece;
  yield Buffer.from('","data":{}}');
}
