import type { CaseOutcome, Change } from '../model/index.ts';
import type { PolicyOutline } from '../policy/open.ts';
import type { EvidenceFile } from '../recording/evidence-types.ts';
import { concernsRegistry } from '../registry/concerns.ts';
import { registryOf, scopeOf } from '../registry/registry-map.ts';
import { changesAbout } from './findings-about.ts';
import type { Run, Wanted } from './request.ts';

/**
 * Why the policy says nothing of a package in the evidence, so that no verdict is one about it: the evidence has no such package, or
 * has it from a lockfile that the policy does not gate, or from another registry than the policy names. Undefined where it is judged.
 */
export function unjudgedBecause(
  run: Run,
  wanted: Wanted,
  replay: EvidenceFile,
): Extract<CaseOutcome['differs'][number], 'evidence' | 'lockfiles' | 'registries'> | undefined {
  const changes = changesAbout(run, wanted);
  if (changes.length === 0) {
    return changesAbout({ ...run, comparison: replay.comparison }, wanted).length === 0 ? 'evidence' : 'lockfiles';
  }
  return changes.some((change) => isFromAnother(change, replay, run.policy)) ? 'registries' : undefined;
}

/** As `check --evidence` refuses it, for what the policy itself names: npm's settings beside it are not known here. */
function isFromAnother(change: Change, { registries: recorded }: EvidenceFile, policy: PolicyOutline | undefined) {
  if (recorded === null || policy === undefined || !concernsRegistry(change)) return false;
  const scope = scopeOf(change.name);
  const ofScope = policy.registries.find(({ scopes }) => scope !== undefined && scopes.includes(scope));
  const isScoped = recorded.scopes.some((one) => one.scope === scope);
  const ofRest = isScoped ? undefined : policy.registries.find(({ scopes }) => scopes.length === 0);
  const named = ofScope ?? ofRest;
  return named !== undefined && named.url !== registryOf(recorded, change.name);
}
