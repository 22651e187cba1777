import type { LockfileName } from './manager.ts';

/**
 * Lockfiles of JavaScript package managers that lockgate does not read. A new or changed one is a finding
 * (docs/decisions/0190). Lockfiles of other ecosystems are none of these.
 */
export const otherLockfiles: readonly LockfileName[] = [
  { program: 'vlt', names: ['vlt-lock.json'] },
  { program: 'aube', names: ['aube-lock.yaml'], pattern: /^aube-lock\..+\.yaml$/ },
];
