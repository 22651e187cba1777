import type { Comparison, Dossier } from '../../src/model/index.ts';
import type { EffectivePolicy } from '../../src/policy/load.ts';
import { rules as allRules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { Judgement } from '../../src/run/verdict.ts';
import { judge } from '../../src/run/verdict.ts';
import { exampleNow } from './dossier.ts';
import { loadPolicy } from './load-policy.ts';

export interface UnderPolicy {
  readonly dossiers: readonly Dossier[];
  readonly rules?: readonly Rule[];
  readonly now?: string;
  readonly comparison?: Partial<Comparison>;
}

const read = new WeakMap<readonly Rule[], Map<string, EffectivePolicy>>();

/** Each policy is read once for the same rules: properties judge hundreds of times under a few. */
function policyOf(text: string, rules: readonly Rule[]): EffectivePolicy {
  const known = read.get(rules) ?? new Map<string, EffectivePolicy>();
  read.set(rules, known);
  const policy = known.get(text) ?? loadPolicy({ source: 'policy.yml', text: `version: 1\n${text}` }, { rules });
  known.set(text, policy);
  return policy;
}

/** What dossiers come to under a policy, given without its `version`. */
export function judgeUnder(policy: string, { dossiers, rules = allRules, now, comparison }: UnderPolicy): Judgement {
  return judge({
    comparison: {
      ...{ mode: 'check', head: 'head', lockfiles: [], observations: [], errors: [] },
      changes: dossiers.map(({ change }) => change),
      ...comparison,
    },
    dossiers,
    policy: policyOf(policy, rules),
    now: now ?? exampleNow,
    rules,
  });
}

/** Rule, status, level and decision of each finding. */
export function brief({ findings }: Judgement): readonly (string | null)[][] {
  return findings.map(({ rule, status, level, decision }) => [rule, status, level, decision]);
}
