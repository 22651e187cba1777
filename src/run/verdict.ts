import { identityOfChange } from '../model/identity.ts';
import type { Change, Comparison, Dossier, Finding, Instant, VerdictWord } from '../model/index.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { applyExceptions } from '../policy/exceptions.ts';
import { occurrencesOf, settingsOf } from '../policy/profiles.ts';
import { publisherHygiene } from '../policy/publisher-hygiene.ts';
import { applyPublishers } from '../policy/publishers.ts';
import { refusedHygiene } from '../policy/refused-hygiene.ts';
import { contextUnder } from '../policy/settings-in-force.ts';
import { runRules } from '../judge/engine.ts';
import { foldAlike } from '../judge/fold-alike.ts';
import { foldUnoffered } from '../judge/fold-unoffered.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Rule } from '../model/rule.ts';
import { compareText } from '../text/order.ts';
import { verdictOf } from './verdict-of.ts';

export interface Judge {
  readonly comparison: Comparison;
  /** One for every change that is not a removal. */
  readonly dossiers: readonly Dossier[];
  readonly policy: EffectivePolicy;
  /** Judge as of then. */
  readonly now: Instant;
  /** Whether these are only some of the changes: then unused entries of the policy are not reported. */
  readonly isPart?: boolean;
  readonly rules?: readonly Rule[];
}

export interface Judgement {
  readonly verdict: VerdictWord;
  /** Worst first; what an exception covers comes last. */
  readonly findings: readonly Finding[];
}

/** Judges the evidence under the policy, without decisions of people. */
export function judge(given: Judge): Judgement {
  return concluded(given, judgedEach(given));
}

/** The verdict, once decisions have been applied to what `judgedEach` found. */
export function concluded(
  { comparison, dossiers, policy, isPart = false }: Judge,
  each: readonly Finding[],
): Judgement {
  // What is asked about one package is answered about it, also where others share its cause.
  const folded = isPart ? each : foldUnoffered(foldAlike(each, dossiers), dossiers);
  const findings = [...folded].sort(worstFirst);
  return { verdict: verdictOf(comparison, findings, policy.mode), findings };
}

/**
 * What the rules find under the policy, each package by itself: a decision is about one artifact, so it is applied before
 * findings of one cause are folded (docs/decisions/0285).
 *
 * For each finding: no policy can lower the floor, and what the policy denies by name stays denied; then a listed publisher
 * or an exception may cover it; then its level under the profiles that apply decides.
 * @throws TypeError where a change has no dossier: what was not examined must not pass.
 */
export function judgedEach({
  comparison,
  dossiers,
  policy,
  now,
  isPart = false,
  rules = allRules,
}: Judge): readonly Finding[] {
  assertAllCollected(comparison.changes, dossiers);
  const found = runRules({
    rules,
    settings: policy.settings,
    ...(policy.apply.length === 0
      ? {}
      : {
          profiles: {
            ofChange: (change) => settingsOf(policy, occurrencesOf(change)),
            ofPath: (lockfile) => settingsOf(policy, [{ lockfile }]),
          },
        }),
    dossiers,
    observations: comparison.observations,
    context: contextUnder(policy, { now, mode: comparison.mode }),
    unavailable: policy.unavailable,
  });
  const complete = !isPart && isComplete(comparison);
  const waived = applyPublishers({ findings: found, dossiers, policy, now });
  const locked = comparison.changes.filter(({ kind }) => kind !== 'removed');
  const excepted = applyExceptions({ findings: waived, policy, now, complete, locked, rules });
  const hygiene = publisherHygiene({ policy, dossiers, now, complete, rules });
  const refused = refusedHygiene(policy, rules, [...excepted, ...hygiene]);
  return [...excepted, ...hygiene, ...refused];
}

/** Whether the changes are everything that is locked: an audit, or a comparison in which every lockfile is new. */
function isComplete({ mode, lockfiles, errors }: Comparison): boolean {
  const current = lockfiles.filter(({ status }) => status !== 'removed');
  return (
    errors.length === 0 &&
    (mode === 'audit' || (current.length > 0 && current.every(({ status }) => status === 'added')))
  );
}

function assertAllCollected(changes: readonly Change[], dossiers: readonly Dossier[]): void {
  const collected = new Set(dossiers.map(({ change }) => identityOfChange(change)));
  const left = changes.find((change) => change.kind !== 'removed' && !collected.has(identityOfChange(change)));
  if (left !== undefined) throw new TypeError(`no evidence was collected about ${left.name}@${left.version}`);
}

const rank = ({ status, floor, level }: Finding) =>
  (status === 'reported' ? 0 : 4) + (floor ? 0 : level === 'error' ? 1 : level === 'warn' ? 2 : 3);

/** A total order by code units: it does not depend on the order in which anything was read. */
function worstFirst(a: Finding, b: Finding): number {
  return (
    rank(a) - rank(b) ||
    compareText(a.lockfile, b.lockfile) ||
    compareText(a.name ?? '', b.name ?? '') ||
    compareText(a.version ?? '', b.version ?? '') ||
    compareText(a.rule, b.rule) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}
