import { expect, it } from 'vitest';
import { conditionOf } from './condition-of';

it.each([
  ['STATUS_ENABLE', 'enabled'],
  ['STATUS_DISABLE', 'disabled'],
  ['STATUS_LIMIT', 'limited'],
  ['STATUS_PENDING_CONFIRM', 'pending'],
  ['STATUS_PENDING_CONFIRM_MODIFY', 'pending'],
  ['STATUS_WAIT_FOR_BPM_AUDIT', 'pending'],
  ['STATUS_SELF_SERVICE_UNAUDITED', 'pending'],
  ['STATUS_CONTRACT_PENDING', 'pending'],
  ['STATUS_CONFIRM_FAIL', 'rejected'],
  ['STATUS_CONFIRM_MODIFY_FAIL', 'rejected'],
  ['STATUS_OF_TOMORROW', 'unknown'],
  [null, 'unknown'],
] as const)('%s reads as %s', (status, condition) => {
  expect(conditionOf(status)).toBe(condition);
});
