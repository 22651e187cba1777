import type { Comparison, Dossier } from '../../src/model.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { rules as allRules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import type { Judgement } from '../../src/verdict.ts';
import { judge } from '../../src/verdict.ts';
import { exampleNow } from './dossier.ts';

export interface UnderPolicy {
  readonly dossiers: readonly Dossier[];
  readonly rules?: readonly Rule[];
  readonly now?: string;
  readonly comparison?: Partial<Comparison>;
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
    policy: loadPolicy({ source: 'policy.yml', text: `version: 1\n${policy}` }, { rules }),
    now: now ?? exampleNow,
    rules,
  });
}

/** Rule, status, level and decision of each finding. */
export function brief({ findings }: Judgement): readonly (string | null)[][] {
  return findings.map(({ rule, status, level, decision }) => [rule, status, level, decision]);
}
