import { expect, test } from '@jest/globals';

import type { Finding } from '../../../src/model/index.ts';
import { decided } from '../../../src/report/view/answer.ts';

/** The one word that findings come to. */

const finding = (patch: Partial<Finding>): Finding => ({
  ...{ rule: 'cooldown', level: 'error', floor: false, outcome: 'violation', codes: ['too-young'] },
  ...{ name: 'x', version: '1.0.0', message: '', remediation: '', lockfile: '', line: 1, places: 1 },
  ...{ fingerprint: '', status: 'reported', decision: null },
  ...patch,
});
const word = (...patches: readonly Partial<Finding>[]) => decided(patches.map(finding), [], 'enforce').decision;

test('allow where nothing blocks: warnings, notes, and what an exception covers', () => {
  expect(word()).toBe('allow');
  expect(word({ level: 'warn' }, { level: 'note' }, { status: 'excepted' })).toBe('allow');
  expect(decided([finding({})], [], 'observe').decision).toBe('allow');
});

test('ask where a decision could let it in, deny where none can', () => {
  expect(word({})).toBe('ask');
  expect(word({ outcome: 'indeterminate' })).toBe('ask');
  expect(word({}, { rule: 'malware', floor: true })).toBe('deny');
  expect(word({}, { rule: 'deny' })).toBe('deny');
  expect(decided([finding({ floor: true })], [], 'observe').decision).toBe('deny');
});

test('deny where something could not be evaluated, whatever was found', () => {
  const error = { code: 'budget', message: '' };
  expect(decided([], [error, error], 'enforce')).toEqual({ decision: 'deny', codes: ['error/budget'], passesAt: null });
});

test('until when it waits: the last time, and none where something does not only wait', () => {
  const at = (day: number) => ({ passesAt: `2026-06-${day}T00:00:00.000Z` });
  const until = (...patches: readonly Partial<Finding>[]) => decided(patches.map(finding), [], 'enforce').passesAt;
  expect(until(at(11), at(14), at(12))).toBe('2026-06-14T00:00:00.000Z');
  expect(until(at(11), {})).toBeNull();
  expect(until(at(11), { level: 'warn' })).toBe('2026-06-11T00:00:00.000Z');
  expect(until({ ...at(11), floor: true })).toBeNull();
});
