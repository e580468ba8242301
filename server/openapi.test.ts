import { traverseContractProcedures } from '@orpc/server';
import { expect, it } from 'vitest';
import { contract } from '@/contract';
import { permission } from '@/contract/permissions';
import { documentApi } from './document-api';
import { openApiDocument, operationsOf } from './openapi';

it('describes every operation of the contract, with its address and its permission', async () => {
  const document = await openApiDocument();
  expect(document.openapi).toMatch(/^3\.1\./);
  const described = new Map(
    operationsOf(document).map(({ operation, ...address }) => [operation.operationId, address]),
  );
  let count = 0;
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: { '~orpc': operation }, path }) => {
    const { method, path: address } = operation.route;
    expect(described.get(path.join('.'))).toEqual({ method, path: address });
    expect([...permission.options, 'session', 'account']).toContain(operation.meta.permission);
    count += 1;
  });
  expect(described.size).toBe(count);
});

it('says what every operation answers, errors too', async () => {
  for (const { operation } of operationsOf(await openApiDocument())) {
    expect(operation.responses).toHaveProperty('default', { $ref: '#/components/responses/Error' });
    expect(Object.keys(operation.responses ?? {}).some((status) => status.startsWith('2'))).toBe(true);
  }
});

it('says which operations a key may be used for, and which of its limits they keep to', async () => {
  const document = await openApiDocument();
  expect(document.components?.securitySchemes).toMatchObject({ key: { type: 'http', scheme: 'bearer' } });
  const byId = new Map(operationsOf(document).map(({ operation }) => [operation.operationId, operation]));
  expect(document.security).toContainEqual({ key: [] });
  expect(byId.get('connections.get')).toMatchObject({ 'x-key-limits': ['app', 'tag', 'advertiser'] });
  expect(byId.get('connections.get')).not.toHaveProperty('security');
  expect(byId.get('authorizations.create')).toMatchObject({ 'x-key-limits': ['app'] });
  expect(byId.get('audit.list')).toMatchObject({ 'x-key-limits': [] });
  for (const forPeople of ['session.get', 'apiKeys.create', 'teams.update', 'views.list']) {
    expect(byId.get(forPeople)).toMatchObject({ security: [{ session: [] }] });
  }
});

it('has ids as text, nowhere a number', async () => {
  const { schemas } = await documentApi();
  expect(schemas.Grant).toMatchObject({ properties: { advertiserId: { type: 'string' } } });
  expect(schemas.Connection).toMatchObject({ properties: { scopes: { items: { type: 'string' } } } });
});
