import { expect, test } from 'vitest';
import { contract } from '@/contract';
import { apiRoutes } from '@/scripts/api-routes';
import routes from './api-routes.json';

test('the browser’s routes are the contract’s: else run `npm run routes`', () => {
  expect(routes).toEqual(apiRoutes(contract));
});
