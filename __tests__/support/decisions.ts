import { applyDecisions } from '../../src/decisions/apply.ts';
import { blockedOf } from '../../src/decisions/blocked.ts';
import type { FileBytes } from '../../src/decisions/blocking.ts';
import type { Blocked, Counted, CountedApproval, CountedDenial } from '../../src/model/decision.ts';
import type { Comparison, Dossier, Observation, VerdictWord } from '../../src/model/index.ts';
import type { Rule } from '../../src/model/rule.ts';
import { rules as allRules } from '../../src/rules/index.ts';
import { concluded, judgedEach } from '../../src/run/verdict.ts';
import { exampleNow } from './dossier.ts';
import { loadPolicy } from './load-policy.ts';

export interface Scene {
  readonly dossiers?: readonly Dossier[];
  readonly observations?: readonly Observation[];
  /** Without its `version`. */
  readonly policy?: string;
  readonly now?: string;
  readonly mode?: Comparison['mode'];
  readonly repositoryId?: number | undefined;
  readonly rules?: readonly Rule[];
  readonly bytesOf?: (path: string) => FileBytes | null | undefined;
  readonly counted?: Partial<Pick<Counted, 'approvals' | 'denials' | 'required'>>;
}

const read = new Map<string, ReturnType<typeof loadPolicy>>();

function policyOf(text: string, rules: readonly Rule[]) {
  if (rules !== allRules) return loadPolicy({ source: 'policy.yml', text: `version: 1\n${text}` }, { rules });
  const policy = read.get(text) ?? loadPolicy({ source: 'policy.yml', text: `version: 1\n${text}` });
  read.set(text, policy);
  return policy;
}

/** What blocks in a scene, and what decisions make of it: as a run puts the parts together. */
export function play({
  dossiers = [],
  observations = [],
  policy: text = '',
  now = exampleNow,
  mode = 'check',
  rules = allRules,
  bytesOf = () => undefined,
  counted = {},
  ...scene
}: Scene) {
  const policy = policyOf(text, rules);
  const repositoryId = 'repositoryId' in scene ? scene.repositoryId : 1296269;
  const changes = dossiers.map(({ change }) => change);
  const comparison: Comparison = { mode, head: 'head', lockfiles: [], changes, observations, errors: [] };
  const given = { comparison, dossiers, policy, now, rules };
  const each = judgedEach(given);
  const blocked = blockedOf({ findings: each, dossiers, observations, policy, repositoryId, rules, bytesOf });
  const decided = applyDecisions({
    ...{ findings: each, blocked, dossiers, policy, rules, context: { now, mode } },
    counted: { approvals: [], denials: [], required: 1, ...counted },
  });
  const { verdict, findings } = concluded(given, decided);
  return { each, blocked, findings, verdict, policy };
}

/** The entries of one kind. */
export function ofKind<K extends Blocked['kind']>(blocked: readonly Blocked[], kind: K) {
  return blocked.filter((entry): entry is Extract<Blocked, { readonly kind: K }> => entry.kind === kind);
}

/** The one package that blocks, which people can decide about. */
export function onlyPackage(scene: Scene) {
  const [entry, ...others] = play(scene).blocked;
  if (entry?.kind !== 'package' || others.length > 0) throw new TypeError('not one package that can be decided');
  return entry;
}

export function approval(
  entry: { readonly digest: string; readonly codes: readonly string[] },
  patch: { readonly id?: number; readonly codes?: readonly string[] } = {},
): CountedApproval {
  const { id = 1, codes = entry.codes } = patch;
  return {
    account: { id, login: `person-${id}`, type: 'User' },
    ...{ comment: String(100 + id), digest: entry.digest, codes, reason: 'Read.', at: exampleNow },
  };
}

export function denial(name = 'left-pad', version = '1.3.0', reason = 'No.'): CountedDenial {
  return {
    ...{ account: { id: 7, login: 'ann', type: 'User' }, comment: '900', name, version, reason, at: exampleNow },
  };
}

/** Whether what was approved in one scene still is in another, and the verdict there. */
export function after(approved: Scene, then: Scene): VerdictWord {
  const entry = onlyPackage(approved);
  return play({ ...then, counted: { approvals: [approval(entry)] } }).verdict;
}
