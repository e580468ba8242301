import { parseArgs } from 'node:util';
import type { AppInput } from './control/world';
import { startSimulator } from './server';

const USAGE = `Usage: npm run simulator -- [options]
  --app ID:SECRET     add an app (repeatable); it takes any redirect URL unless --redirect names some
  --redirect ID=URL   a redirect URL registered for that app (repeatable)
  --any-redirect      every app takes any loopback redirect URL besides its registered ones
  --count-limits      note breaches of rate limits without refusing the calls
  --lenient-slash     answer paths without their last slash
  SIMULATOR_PORT      the port (4010); SIMULATOR_HOST the address to listen on (127.0.0.1)`;

const { values: flags } = parseArgs({
  options: {
    app: { type: 'string', multiple: true, default: [] },
    redirect: { type: 'string', multiple: true, default: [] },
    'any-redirect': { type: 'boolean', default: false },
    'count-limits': { type: 'boolean', default: false },
    'lenient-slash': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (flags.help) {
  console.log(USAGE);
  process.exit(0);
}

const added = new Map<string, AppInput>();

for (const text of flags.app) {
  const [, id, secret] = /^(\d+):(.+)$/.exec(text) ?? [];
  if (!id || !secret) fail('--app wants ID:SECRET, the id in digits');
  added.set(id, { id, secret });
}
for (const text of flags.redirect) {
  const [, id, url] = /^(\d+)=(.+)$/.exec(text) ?? [];
  const app = id ? added.get(id) : undefined;
  if (!app || !url) fail('--redirect wants ID=URL, the id one of those given with --app');
  app.redirectUrls = [...(Array.isArray(app.redirectUrls) ? app.redirectUrls : []), url];
}

function fail(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}

const simulator = await startSimulator({
  port: Number(process.env.SIMULATOR_PORT ?? 4010),
  host: process.env.SIMULATOR_HOST,
  apps: [...added.values()],
  settings: {
    anyLoopbackRedirect: flags['any-redirect'],
    rateLimits: flags['count-limits'] ? 'count' : 'enforce',
    trailingSlash: flags['lenient-slash'] ? 'lenient' : 'required',
  },
  log: (line) => console.log(line),
});

console.log(`TikTok simulator   ${simulator.url}`);
console.log(`Control page       ${simulator.url}/_simulator`);
console.log(`Sandbox            ${simulator.sandboxUrl}`);
console.log('\nApps');
for (const app of simulator.world.apps.values()) {
  const secret = added.has(app.id) ? '(the secret you gave)' : app.secret;
  const redirects = app.redirectUrls === 'any' ? 'any redirect URL' : app.redirectUrls.join('\n    ');
  console.log(`  ${app.id}  ${secret}  ${app.name}\n    ${redirects}`);
}
console.log('\nUsers');
for (const user of simulator.world.users.values()) {
  console.log(`  ${user.key.padEnd(12)} ${user.id}  ${user.name}, ${user.advertiserIds.length} ad accounts`);
}
console.log('');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulator.close().then(() => process.exit(0)));
}
