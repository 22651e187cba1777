import type { Dossier, Finding, Instant } from '../model/index.ts';
import type { Subject } from '../judge/finding.ts';
import { mergeMessages, messageOf } from '../judge/finding.ts';
import { isAbout, isInForce } from '../rules/listed-publishers.ts';
import type { Args, Rule } from '../model/rule.ts';
import type { EffectivePolicy } from './effective-policy.ts';
import { hygieneRule } from './exceptions.ts';
import { listedIn } from './policy-mentions.ts';
import type { Listed } from './policy-mentions.ts';

export interface JudgePublishers {
  readonly policy: EffectivePolicy;
  readonly dossiers: readonly Dossier[];
  readonly now: Instant;
  /** Whether everything in the lockfiles was judged, so that unused publishers can be reported. */
  readonly complete: boolean;
  readonly rules: readonly Rule[];
}

/**
 * Findings about the publishers that the policy itself lists: an expired one, or in a complete run one that no package in
 * the lockfiles matches. That it waives nothing today means nothing: its releases are only new now and then
 * (docs/decisions/0160).
 */
export function publisherHygiene({ policy, dossiers, now, complete, rules }: JudgePublishers): readonly Finding[] {
  const rule = rules.find(({ id }) => id === hygieneRule);
  const setting = policy.settings.get(hygieneRule);
  if (rule === undefined || setting === undefined) return [];
  return listedIn(policy, 'publishers').flatMap((listed) => {
    const { entry, id, origin } = listed;
    const line = ownLine(policy, origin);
    if (line === undefined) return [];
    const ended = Date.parse(now) > Date.parse(entry.start) && !isInForce(entry, now);
    const unused = complete && !ended && !dossiers.some(({ change }) => isAbout(entry, change));
    const code = ended ? 'publisher-ended' : unused ? 'publisher-unused' : undefined;
    if (code === undefined) return [];
    const subject: Subject = { name: null, version: null, lockfile: policy.source, line };
    const violation = { code, args: { ...argsOf(listed), id }, stable: argsOf(listed) };
    return findings(rule, setting, violation, subject);
  });
}

function findings(
  rule: Rule,
  setting: Parameters<typeof messageOf>[1],
  violation: Parameters<typeof messageOf>[2],
  subject: Subject,
): readonly Finding[] {
  const message = messageOf(rule, setting, violation, subject);
  return message === undefined ? [] : [mergeMessages(rule.id, subject, [message])];
}

const argsOf = ({ entry }: Listed<'publishers'>): Args => ({ packages: entry.packages.join(', '), end: entry.end });

/** The line in the policy's own file; undefined for entries of a policy that it extends. */
function ownLine({ source }: EffectivePolicy, origin: string): number | undefined {
  const line = origin.startsWith(`${source}:`) ? Number(origin.slice(source.length + 1)) : Number.NaN;
  return Number.isSafeInteger(line) ? line : undefined;
}
