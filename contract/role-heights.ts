import type { Role } from './permissions';

/** From the highest to the lowest. */
export const roles = ['owner', 'admin', 'operator', 'auditor'] as const satisfies readonly Role[];

/** Whoever manages people gives no more than they have, and touches nobody at their height. */
const heights: Record<Role, number> = { owner: 3, admin: 2, operator: 1, auditor: 0 };

/** Whoever has this role reads access tokens. Held to the server's matrix by a test. */
export const readsTokens = (role: Role): boolean => heights[role] >= heights.admin;

/** May somebody of this role give somebody that one? */
export const mayGive = (own: Role, given: Role): boolean => heights[given] <= heights[own];

/** May somebody of this role change or remove a member of that one? An owner may with everybody. */
export const mayManage = (own: Role, theirs: Role): boolean => own === 'owner' || heights[theirs] < heights[own];
