import { oc } from '@orpc/contract';
import type { Permission } from './permissions';

/** What a key can be confined to. */
export const limitKinds = ['app', 'tag', 'advertiser'] as const;
export type LimitKind = (typeof limitKinds)[number];

/**
 * `permission` is what an operation needs in the caller's team; 'session' asks only for somebody signed in,
 * 'account' for the same, in no team.
 * There is no default: an operation without one lets nobody in. Who gets past it stands in security/authz-matrix.json.
 *
 * `limits` are the kinds of a key's limits that the operation keeps to. A key with a limit of another kind is refused: an
 * operation that says nothing here shows nothing to any limited key.
 */
export type OperationMeta = { permission?: Permission | 'session' | 'account'; limits?: readonly LimitKind[] };

export const operation = oc.$meta<OperationMeta>({});
