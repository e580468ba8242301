import 'server-only';
import type { OpenAPI } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { traverseContractProcedures } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '@/contract';
import { apiKey } from '@/contract/api-keys';
import { keyPermissions } from '@/contract/key-words';
import type { OperationMeta } from '@/contract/operation';
import { advertiser } from '@/contract/advertisers';
import { app } from '@/contract/apps';
import { auditEvent } from '@/contract/audit';
import { authorization } from '@/contract/authorizations';
import { connection, connectionEvent } from '@/contract/connections';
import { coverageReport, coverageRow } from '@/contract/coverage';
import { grant } from '@/contract/grants';
import { invitation } from '@/contract/invitations';
import { member } from '@/contract/members';
import { tiktokFailure } from '@/contract/shapes';
import { tag } from '@/contract/tags';
import { view } from '@/contract/views';
import { sessionCookieName } from './auth/session-cookie';
import { shared } from './shared';

const description = [
  'Everything the dashboard does, it does through this API. Ids are strings, TikTok’s included: they exceed 2^53.',
  'Programs send `Authorization: Bearer <key>`; a key is one team’s. A person in several teams names one with the header `X-Team`.',
  'Errors are `{code, message, data?}`; what TikTok itself said stands under `data.tiktok`.',
].join(' ');

const schemas = {
  Advertiser: advertiser,
  App: app,
  ApiKey: apiKey,
  AuditEvent: auditEvent,
  Authorization: authorization,
  Connection: connection,
  ConnectionEvent: connectionEvent,
  CoverageReport: coverageReport,
  CoverageRow: coverageRow,
  Grant: grant,
  Invitation: invitation,
  Member: member,
  Tag: tag,
  TikTokFailure: tiktokFailure,
  View: view,
};

const errorSchema = {
  type: 'object' as const,
  required: ['code', 'message'],
  properties: { code: { type: 'string' as const }, message: { type: 'string' as const }, data: {} },
};

/**
 * The contract as OpenAPI 3.1, made once. `x-permission` is what an operation needs of whoever calls it, `x-key-limits` the
 * kinds of limits that a key may have for it.
 */
export function openApiDocument(): Promise<OpenAPI.Document> {
  return shared('openapi', generate);
}

async function generate(): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: { title: 'Grantboard', version: '1', description },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }, { session: [] }],
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key of the team: `gb_…`' },
        session: { type: 'apiKey', in: 'cookie', name: sessionCookieName() },
      },
      responses: {
        Error: { description: 'Refused or failed', content: { 'application/json': { schema: errorSchema } } },
      },
    },
    commonSchemas: Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [name, { schema, strategy: 'output' as const }]),
    ),
  });
  const metas = metaById();
  for (const { operation } of operationsOf(document)) {
    const { 204: empty, ...responses } = operation.responses ?? {};
    const { permission, limits = [] } = metas.get(operation.operationId ?? '') ?? {};
    const forKeys = keyPermissions.some((each) => each === permission);
    Object.assign(operation, {
      'x-permission': permission,
      ...(forKeys ? { 'x-key-limits': limits } : { security: [{ session: [] }] }),
      responses: {
        ...responses,
        ...(empty && { 204: { description: 'Done' } }),
        default: { $ref: '#/components/responses/Error' },
      },
    });
  }
  return document;
}

function metaById(): Map<string, OperationMeta> {
  const metas = new Map<string, OperationMeta>();
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: { '~orpc': operation }, path }) => {
    metas.set(path.join('.'), operation.meta);
  });
  return metas;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Each operation with its address, in the order of the contract. */
export function operationsOf({ paths = {} }: OpenAPI.Document) {
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item?.[method];
      return operation ? [{ method: method.toUpperCase(), path, operation }] : [];
    }),
  );
}
