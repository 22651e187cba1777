import { reportedPolicy } from '../report/view/words.ts';
import type { Change, Finding, Observation } from '../model/index.ts';
import { runRules } from '../judge/engine.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { mentionsOf } from '../policy/policy-mentions.ts';
import type { Occurrence } from '../policy/profiles.ts';
import { occurrencesOf } from '../policy/profiles.ts';
import type { Alone } from '../policy/reasons.ts';
import { reasonsOf } from '../policy/reasons.ts';
import { appliedProfiles, contextUnder, rulesUnder, settingsUnder } from '../policy/settings-in-force.ts';
import type { PolicyExplanation } from '../report/formats/policy-explanation.ts';
import { similarNames } from '../report/view/similar-names.ts';
import { rules } from '../rules/index.ts';
import { changesAbout, findingsAbout, isOf } from './findings-about.ts';
import type { Run, Wanted } from './request.ts';

/**
 * How the policy judges one package, from a run that was asked about it: the profiles that apply, the rules as they are set
 * there, and why each finding has its level. For a package that the run did not find, what would apply if only its name is
 * known.
 * @param policy the run's effective policy: a run that failed has none
 */
export function policyExplanationOf(run: Run, policy: EffectivePolicy, wanted: Wanted): PolicyExplanation {
  const { comparison, whole, now } = run;
  const changes = changesAbout(run, wanted);
  const findings = findingsAbout(run, wanted);
  const packages = changes.map((change) => explainChange(run, policy, change, findings));
  const unlocked = {
    profiles: appliedProfiles(policy, [{ lockfile: '', ...wanted }]),
    mentions: mentionsOf(policy, wanted, now),
    apply: policy.apply.map(({ profile, origin }) => ({ profile, origin })),
  };
  const held = packages.length === 0 ? unlocked.profiles : packages.flatMap(({ profiles }) => profiles);
  const names = distinct(held.map(({ profile }) => profile));
  return {
    schema: 'lockgate-policy-explanation/1',
    wanted: { name: wanted.name, version: wanted.version ?? null },
    evaluatedAt: now,
    mode: comparison.mode,
    base: comparison.base ?? null,
    head: comparison.head,
    policy: reportedPolicy({ ...policy, ...run.policy?.from }),
    packages,
    findings: findings.filter((finding) => !changes.some((change) => isOf(finding, change))),
    unlocked: packages.length === 0 ? unlocked : null,
    settings: names.map((profile) => ({ profile, rules: rulesUnder(policy, profile, rules) })),
    similar: packages.length > 0 ? [] : similarNames(wanted.name, whole.changes),
    errors: comparison.errors,
  };
}

function explainChange(
  { comparison, collected, now }: Run,
  policy: EffectivePolicy,
  change: Change,
  findings: readonly Finding[],
): PolicyExplanation['packages'][number] {
  const { name, version, previousVersion, lockfile, line, direct } = change;
  const isOwn = (one: Observation) => one.name === name && one.version === version && one.path === lockfile;
  const dossiers = collected.dossiers.filter(({ change: own }) => own === change);
  const observations = comparison.observations.filter(isOwn);
  const alone = (occurrences: readonly Occurrence[]) =>
    distinct(appliedProfiles(policy, occurrences).map(({ profile }) => profile)).map((profile) => {
      const settings = settingsUnder(policy, profile);
      const applied = { ofChange: () => [settings], ofPath: () => [settings] };
      const context = contextUnder(policy, { now, mode: comparison.mode });
      const { unavailable } = policy;
      const all = { rules, settings, profiles: applied, dossiers, observations, context, unavailable };
      return { profile, findings: runRules(all) };
    });
  const ofPackage = alone(occurrencesOf(change));
  const ofLockfile = alone([{ lockfile }]);
  return {
    ...{ name, version, previousVersion: previousVersion ?? null, lockfile, line, direct },
    profiles: appliedProfiles(policy, occurrencesOf(change)),
    mentions: mentionsOf(policy, { name, version }, now),
    findings: findings
      .filter((one) => isOf(one, change))
      .flatMap((finding) => {
        const rule = rules.find(({ id }) => id === finding.rule);
        if (rule === undefined) return [];
        const asked = rule.subject === 'package' ? ofPackage : ofLockfile;
        const underEach = asked.map(({ profile, findings }): Alone => {
          const own = ofRule(findings, finding);
          return own === undefined ? { profile } : { profile, finding: own };
        });
        return [{ ...finding, reasons: reasonsOf({ policy, rule, finding, dossiers, alone: underEach, now }) }];
      }),
  };
}

/** The same finding under one profile alone, else the same rule's first finding there. */
function ofRule(findings: readonly Finding[], { rule, fingerprint }: Finding): Finding | undefined {
  const own = findings.filter((one) => one.rule === rule);
  return own.find((one) => one.fingerprint === fingerprint) ?? own[0];
}

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
