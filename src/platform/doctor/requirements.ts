import type { GateRequirement, Problem } from '../../model/index.ts';
import { quoted } from '../../text/visible.ts';
import type { GitHubClient } from '../github/api.ts';
import type { Facts } from './facts.ts';
import { gateChecks, outsideGates } from './facts.ts';
import type { Once } from './once.ts';
import type { RulesetFacts, RulesetOrigin } from './rulesets.ts';
import { readRuleset } from './rulesets.ts';

type Requiring = Pick<Facts, 'protection' | 'workflows' | 'outside'>;

/** Reads the rulesets that require the gate. */
export async function readRulesets(
  client: GitHubClient,
  once: Once,
  place: { readonly owner: string; readonly repo: string },
  facts: Requiring,
): Promise<ReadonlyMap<number, RulesetFacts>> {
  const all = [...outsideGates(facts).running.map(({ required }) => required), ...gateChecks(facts)];
  const origins = new Map(
    all.flatMap(({ ruleset }) => (ruleset === undefined ? [] : [[ruleset.id, ruleset] as const])),
  );
  return new Map(
    await Promise.all(
      [...origins].map(async ([id, origin]) => [id, await readRuleset(client, once, place, origin)] as const),
    ),
  );
}

/** What makes a merge wait for the gate, and who may bypass it; nothing where the plan enforces nothing. */
export function requirementsOf(facts: Facts): readonly GateRequirement[] {
  if (facts.protection.isWithoutRules) return [];
  const workflows = outsideGates(facts).running.map(({ required: { path, ruleset }, repository = null }) => ({
    ...{ kind: 'workflow' as const, name: path, repository, app: null },
    ...sourceOf(ruleset, facts),
  }));
  const checks = gateChecks(facts).map(({ context, appId = null, ruleset }) => ({
    ...{ kind: 'check' as const, name: context, repository: null, app: appId },
    ...sourceOf(ruleset, facts),
  }));
  return [...workflows, ...checks];
}

type Source = Pick<GateRequirement, 'by' | 'ruleset' | 'bypass' | 'bypassUnread'>;

function sourceOf(origin: RulesetOrigin | undefined, { protection: { enforcesAdmins }, rulesets }: Facts): Source {
  if (origin === undefined) return ofClassicProtection(enforcesAdmins);
  const { name, bypass, why } = rulesets.get(origin.id) ?? { name: null, bypass: null, why: 'it was not asked for' };
  return {
    by: `${origin.level}-ruleset`,
    ruleset: { id: origin.id, name },
    ...{ bypass, bypassUnread: why },
  };
}

function ofClassicProtection(enforcesAdmins: boolean | 'unknown'): Source {
  const source = { by: 'branch-protection', ruleset: null } as const;
  if (enforcesAdmins === 'unknown') {
    const bypassUnread = "it takes a token that may read the repository's administration settings";
    return { ...source, bypass: null, bypassUnread };
  }
  const admins = { kind: 'role', name: 'admin', mode: 'always' } as const;
  return { ...source, bypass: enforcesAdmins ? [] : [admins], bypassUnread: null };
}

/**
 * A gate that everybody with write access may bypass is none. To bypass it takes a place on the list of each ruleset that
 * requires it. Who is on a list that GitHub shows to nobody but its editors is not known and no error: see decision 0265.
 */
export function bypassProblems(facts: Facts): readonly Problem[] {
  const requirements = requirementsOf(facts);
  const failed = [...facts.rulesets].filter(([, ruleset]) => ruleset.failed);
  const unknown = failed.map(([id, { why }]): Problem => ({
    ...{ code: 'untold', level: 'unknown', message: `GitHub did not provide the ruleset with the id ${id}: ${why}.` },
    fix: 'Run doctor again.',
  }));
  const isOpen = ({ bypass }: GateRequirement) =>
    bypass?.some(({ kind, name }) => kind === 'role' && (name === 'write' || name === 'maintain')) === true;
  if (requirements.length === 0 || !requirements.every(isOpen)) return unknown;
  const everybody = requirements.every(
    ({ bypass }) => bypass?.some(({ kind, name }) => kind === 'role' && name === 'write') === true,
  );
  const names = [...new Set(requirements.map(({ ruleset }) => quoted(ruleset?.name ?? String(ruleset?.id))))];
  const who = everybody ? 'everybody with write access' : 'everybody with the role Maintain';
  return [
    ...unknown,
    {
      code: 'bypass-open',
      level: everybody ? 'error' : 'warn',
      message: `The ruleset ${names.join(', ')} lets ${who} bypass the gate.`,
      fix: 'Take the role off the bypass list of the ruleset, and keep there only those who decide about exceptions.',
    },
  ];
}
