import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';

const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((child) => child.kill()));

/** Runs `npm run simulator -- …` without npm; resolves to what it printed up to its users, and its address. */
async function run(...flags: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', `${import.meta.dirname}/main.ts`, ...flags], {
    env: { ...process.env, SIMULATOR_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout!)) {
    lines.push(line);
    if (line.includes('newcomer')) break;
  }
  return { printed: lines.join('\n'), url: /http:\/\/127\.0\.0\.1:\d+/.exec(lines[0] ?? '')![0] };
}

test('the program tells where it is, its apps and its users, and takes apps of one’s own', async () => {
  const app = '7123456789012345678';
  const { printed, url } = await run('--app', `${app}:my-secret`, '--redirect', `${app}=https://one.example/cb`);
  expect(printed).toContain(`${url}/_simulator`);
  expect(printed).toContain(app);
  expect(printed).not.toContain('my-secret');
  expect(printed).toContain('佐藤 花子');
  const authorize = async (redirectUri: string) => {
    const authorizedUrl = `${url}/portal/auth?app_id=${app}&state=s&redirect_uri=${encodeURIComponent(redirectUri)}`;
    const body = JSON.stringify({ url: authorizedUrl });
    return (await fetch(`${url}/_simulator/authorize`, { method: 'POST', body })).status;
  };
  expect(await authorize('https://one.example/cb')).toBe(200);
  expect(await authorize('https://two.example/cb')).toBe(400);
});
