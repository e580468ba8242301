import { spawn } from 'node:child_process';

/** One of the operator's commands, as npm would run it, in the environment of an installation. */
export async function runScript(
  name: string,
  args: string[],
  env: Record<string, string>,
  onOutput: (output: string) => void = () => undefined,
): Promise<string> {
  const options = ['--import', 'tsx', '--conditions=react-server', `scripts/${name}.ts`, ...args];
  const child = spawn(process.execPath, options, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => onOutput((output += chunk)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${name} ${args.join(' ')}: ${output}`);
  return output;
}
