import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { TestInfo } from '@playwright/test';
import { serverLog } from './facts';

const warning = 40;
const mostPrinted = 40;
const mostBytes = 4 * 1024 * 1024;

/** How long the server's log is by now. */
export function serverLogEnd(): number {
  return statSync(serverLog, { throwIfNoEntry: false })?.size ?? 0;
}

/** What the server said while a test failed: all of it beside the trace, its warnings and errors on the console. */
export async function tellServerLog(info: TestInfo, from: number): Promise<void> {
  const text = readFrom(from);
  await info.attach('server.log', { body: text, contentType: 'text/plain' });
  const told = text.split('\n').filter(isWarning).slice(-mostPrinted);
  console.log([`The server during “${info.title}”, ${told.length} warnings or errors:`, ...told].join('\n  '));
}

function readFrom(from: number): string {
  const length = Math.min(mostBytes, serverLogEnd() - from);
  if (length <= 0) return '';
  const file = openSync(serverLog, 'r');
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, serverLogEnd() - length);
  closeSync(file);
  return bytes.toString();
}

/** Whatever is no JSON line comes from below our own log. */
function isWarning(line: string): boolean {
  if (!line.trim()) return false;
  try {
    return (JSON.parse(line) as { level?: number }).level! >= warning;
  } catch {
    return true;
  }
}
