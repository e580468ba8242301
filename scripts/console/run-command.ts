import { existsSync } from 'node:fs';
import { AppError } from '@/server/errors';
import { StartError } from '@/server/start-error';

/** Runs a command of the operator: what was done wrong is said in a line, anything else in full. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.env.LOG_LEVEL ||= 'warn';
  try {
    await command();
  } catch (error) {
    const expected = error instanceof StartError || error instanceof AppError;
    console.error(expected ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}

export function refuseUsage(usage: string): never {
  console.error(usage);
  process.exit(2);
}
