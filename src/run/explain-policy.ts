import type { GateRequest } from './pipeline.ts';
import { lookInto } from './single-package.ts';
import type { Looked, Wanted } from './single-package.ts';
import type { Change, Finding, Observation } from '../model/index.ts';
import { mentionsOf } from '../policy/mentions.ts';
import type { Occurrence } from '../policy/profiles.ts';
import { occurrencesOf } from '../policy/profiles.ts';
import type { Alone } from '../policy/reasons.ts';
import { reasonsOf } from '../policy/reasons.ts';
import { appliedProfiles, rulesUnder, settingsUnder } from '../policy/settings-in-force.ts';
import type { PolicyExplanation } from '../report/formats/policy-explanation.ts';
import { similarNames } from '../report/view/similar-names.ts';
import { runRules } from '../judge/engine.ts';
import { rules } from '../rules/index.ts';

/**
 * What the policy makes of one package: the profiles that hold it, its rules as they are set there, and why each of its
 * findings has its level. Of a package that is not among what is looked at, what would hold where nothing but its name
 * is known.
 * @throws GateFailure as `lookInto` does.
 */
export async function explainPackagePolicy(request: GateRequest, wanted: Wanted): Promise<PolicyExplanation> {
  const looked = await lookInto(request, wanted);
  const { policy, comparison, whole } = looked;
  const packages = comparison.changes.map((change) => explainChange(looked, change, request));
  const elsewhere = { lockfile: '', ...wanted };
  const unlocked = {
    profiles: appliedProfiles(policy, [elsewhere]),
    mentions: mentionsOf(policy, wanted, request.now),
    apply: policy.apply.map(({ profile, origin }) => ({ profile, origin })),
  };
  const held = packages.length === 0 ? unlocked.profiles : packages.flatMap(({ profiles }) => profiles);
  const names = [...new Set(held.map(({ profile }) => profile))];
  return {
    schema: 'lockgate-policy-explanation/1',
    wanted: { name: wanted.name, version: wanted.version ?? null },
    evaluatedAt: request.now,
    mode: request.mode,
    base: request.base?.label ?? null,
    head: request.head.label,
    policy: { source: policy.source, digest: policy.digest, mode: policy.mode },
    packages,
    unlocked: packages.length === 0 ? unlocked : null,
    settings: names.map((profile) => ({ profile, rules: rulesUnder(policy, profile, rules) })),
    similar: packages.length > 0 ? [] : similarNames(wanted.name, whole.changes),
    errors: comparison.errors,
  };
}

function explainChange(looked: Looked, change: Change, { now }: GateRequest): PolicyExplanation['packages'][number] {
  const { policy, comparison, judgement } = looked;
  const { name, version, previousVersion, lockfile, line, direct } = change;
  const isAbout = (one: Finding | Observation, path: string) =>
    one.name === name && one.version === version && path === lockfile;
  const dossiers = looked.dossiers.filter(({ change: own }) => own === change);
  const observations = comparison.observations.filter((one) => isAbout(one, one.path));
  const alone = (occurrences: readonly Occurrence[]) =>
    distinct(appliedProfiles(policy, occurrences).map(({ profile }) => profile)).map((profile) => {
      const settings = settingsUnder(policy, profile);
      const applied = { ofChange: () => [settings], ofPath: () => [settings] };
      const context = { now, mode: comparison.mode };
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
    findings: judgement.findings
      .filter((one) => isAbout(one, one.lockfile))
      .flatMap((finding) => {
        const rule = rules.find(({ id }) => id === finding.rule);
        if (rule === undefined) return [];
        const asked = rule.subject === 'package' ? ofPackage : ofLockfile;
        const said = asked.map(({ profile, findings }): Alone => {
          const own = ofRule(findings, finding);
          return own === undefined ? { profile } : { profile, finding: own };
        });
        return [{ ...finding, reasons: reasonsOf({ policy, rule, finding, dossiers, alone: said, now }) }];
      }),
  };
}

/** The same finding among those of a profile alone, else what the same rule says there. */
function ofRule(findings: readonly Finding[], { rule, fingerprint }: Finding): Finding | undefined {
  const own = findings.filter((one) => one.rule === rule);
  return own.find((one) => one.fingerprint === fingerprint) ?? own[0];
}

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
