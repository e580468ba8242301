import { expect, it } from 'vitest';
import { startProgram } from '@/test/start-program';

it('writes one line of JSON for each message, whatever is in it, and no secret', { timeout: 60_000 }, async () => {
  const program = startProgram('write-log', { LOG_LEVEL: 'info' });
  await program.ended;
  expect(program.lines).toHaveLength(13);
  for (const line of program.lines) {
    const entry = JSON.parse(line) as { level: number; time: string };
    expect([30, 50]).toContain(entry.level);
    expect(entry.time).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(line).not.toMatch(/[\u0000-\u001f\u007f]/);
    expect(line).not.toContain('planted-secret');
  }
  expect(JSON.parse(program.lines[0]!)).toMatchObject({ level: 30, msg: 'two\r\nlines {"level":60,"msg":"forged"}' });
});
