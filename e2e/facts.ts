/** Where everything on the stage is, and the secrets planted on it. Known to the stage and to the journeys. */
export const port = Number(process.env.E2E_PORT ?? 3610);

export const appUrl = `http://localhost:${port}`;
export const tiktokPort = port + 1000;
export const tiktokUrl = `http://127.0.0.1:${tiktokPort}`;
export const backstagePort = port + 2000;
export const backstageUrl = `http://127.0.0.1:${backstagePort}`;
export const mailPort = port + 3000;

/** The OpenID provider, and the one team in which its groups mean roles. */
export const provider = {
  port: port + 4000,
  issuer: `http://localhost:${port + 4000}`,
  name: 'Stage ID',
  teamSlug: 'provided-by-groups',
  groupRoles: 'provided-by-groups/Ad ops=operator;provided-by-groups/Ad admins=admin',
} as const;

export const serverLog = 'test-results/server.log';

/** Planted: none of these may be found anywhere afterwards. */
export const planted = {
  ownerPassword: 'Canary-Password-9f2c41d7e6b8',
  masterKey: 'ovCQ0N8Tn5kS1e3uX4w6yZ7aB9cD2fG5hJ8kL1mP4qs=',
  authSecret: 'canary-auth-secret-5d1f7a3c9e2b8046',
  openIdSecret: 'canary-openid-secret-71c0de55aa19',
  appSecret: 'ca9a5ecae71f0b3d62c84de19a7f50b3c6d8e421',
} as const;

export const owner = { email: 'stage-owner@example.com', password: planted.ownerPassword };
