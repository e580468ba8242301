import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { contract } from '@/contract';
import { apiRoutes } from './api-routes';

/** Writes the routes of the contract, without their shapes, for the browser's client. A test says when this is due. */
const file = 'lib/api-routes.json';
const text = JSON.stringify(apiRoutes(contract));
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'json' }));
