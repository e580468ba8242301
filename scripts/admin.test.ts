import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('says how it is used, in a process of its own, without a database', { timeout: 120_000 }, () => {
  const { status, stderr } = spawnSync('npm', ['run', '-s', 'admin'], { encoding: 'utf8' });
  expect(stderr).toContain('reset-password');
  expect(status).toBe(2);
});
