import type { AnyContractRouter } from '@orpc/contract';
import { isContractProcedure } from '@orpc/contract';

export type Routes = { [name: string]: string | Routes };

/** Method and path of every operation of a contract, which is all that the browser's client has to know. */
export function apiRoutes(contract: AnyContractRouter): Routes {
  const entries = Object.entries(contract).map(([name, member]: [string, AnyContractRouter]) => {
    if (!isContractProcedure(member)) return [name, apiRoutes(member)];
    const { method, path } = member['~orpc'].route;
    return [name, `${method} ${path}`];
  });
  return Object.fromEntries(entries) as Routes;
}
