import { withFileStates } from '../compare/file-states.ts';
import type { Comparison } from '../model/index.ts';
import { decidedFileCodes, fileCodes } from '../policy/waivable.ts';
import { stateOf } from '../repository/state.ts';
import { rules } from '../rules/index.ts';
import type { GateRequest } from './request.ts';

/** Observations about files, with the content of those files, which an exception names. */
export async function withFiles(
  comparison: Comparison,
  { base, head }: Pick<GateRequest, 'base' | 'head'>,
): Promise<Comparison> {
  if (comparison.observations.length === 0) return comparison;
  const states = { base: await stateOf(base), head: await stateOf(head) };
  const codes = new Set([...fileCodes(rules).keys(), ...decidedFileCodes]);
  return { ...comparison, observations: await withFileStates(comparison.observations, states, codes) };
}
