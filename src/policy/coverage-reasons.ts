import type { Dossier, Finding, Instant, Reason } from '../model/index.ts';
import { isAbout, isInForce } from '../rules/listed-publishers.ts';
import { keepsOut } from '../rules/package-lists.ts';
import { quoted } from '../text/visible.ts';
import type { EffectivePolicy, PackageException } from './effective-policy.ts';
import { covers, isExpired } from './exceptions.ts';
import type { Listed } from './policy-mentions.ts';
import { listedIn } from './policy-mentions.ts';
import { isPublisherOf } from './publishers.ts';
import { denyRule, isCoverable, isExactSelector, needsExactVersion } from './waivable.ts';

interface Asked {
  readonly policy: EffectivePolicy;
  readonly finding: Finding;
  readonly dossiers: readonly Dossier[];
  readonly now: Instant;
}

/** What covers a finding, and what names its package and rule but does not cover it. */
export function coverageReasons(asked: Asked): readonly Reason[] {
  const { finding, policy } = asked;
  return [
    ...(finding.rule === denyRule ? denials(asked) : []),
    ...(finding.rule === 'allow'
      ? [
          {
            because: 'not-listed',
            says: notListed,
            origin: policy.origins.get('rules.allow.packages') ?? null,
          } as const,
        ]
      : []),
    ...(finding.status === 'approved' ? [approval(finding)] : []),
    ...policy.exceptions.flatMap((exception) =>
      exception.about === 'package' ? exceptionReason(exception, asked) : [],
    ),
    ...listedIn(policy, 'publishers').flatMap((listed) => publisherReason(listed, asked)),
  ];
}

/** Who approved it, and where. */
function approval({ decision, coveredBy: cover }: Finding): Reason {
  const by = cover?.kind === 'decision' ? cover.by : [];
  const said = by.map(({ login, comment, record, reason }) => {
    const where = record === undefined ? `comment ${quoted(comment ?? '')}` : `record ${quoted(record)}`;
    return `${quoted(login)} approved it in ${where}${reason === '' ? '' : `: ${quoted(reason)}`}`;
  });
  const says = said.length === 0 ? 'People approved it.' : `${said.join('; ')}.`;
  return { because: 'approval', says, origin: decision };
}

const notListed = 'The policy lists the allowed packages, and no entry matches this version.';

function denials({ policy, finding: { name, version }, dossiers }: Asked): readonly Reason[] {
  const names = [name ?? '', ...dossiers.flatMap(({ change }) => change.aliases)];
  return listedIn(policy, 'deny')
    .filter(({ entry }) => names.some((one) => keepsOut(entry.package)(one, version ?? '')))
    .map(({ entry, origin }) => ({
      because: 'denied',
      says: `The policy denies ${quoted(entry.package)}; no exception, publisher or approval covers that.`,
      origin,
    }));
}

function exceptionReason(exception: PackageException, { finding, now }: Asked): readonly Reason[] {
  const { id, rules, selects, expires, reason, origin } = exception;
  const { name, version, rule, status, decision } = finding;
  if (name === null || version === null || !rules.includes(rule) || !selects(name, version)) return [];
  const not = (why: string): readonly Reason[] => [
    { because: 'not-covered', says: `The exception ${quoted(id)} does not apply: ${why}.`, origin },
  ];
  if (!isCoverable(finding)) return not('the finding cannot be waived');
  if (isExpired(exception, now)) return not(`it expired on ${expires}`);
  if (needsExactVersion(finding) && !isExactSelector(exception.package)) {
    return not('the finding needs an exception for exactly this version');
  }
  if (!covers(exception, finding)) return not('the finding is about advisories that it does not list');
  if (status !== 'excepted' || decision !== id) return not('another entry or an approval covers the finding already');
  return [
    {
      because: 'exception',
      says: `The exception ${quoted(id)} covers it until ${expires}: ${quoted(reason)}.`,
      origin,
    },
  ];
}

function publisherReason(
  { entry, id, origin }: Listed<'publishers'>,
  { finding, dossiers, now }: Asked,
): readonly Reason[] {
  const { rule, status, decision } = finding;
  if (!entry.waives.includes(rule) || !dossiers.some(({ change }) => isAbout(entry, change))) return [];
  const not = (why: string): readonly Reason[] => [
    { because: 'not-covered', says: `The listed publisher ${quoted(id)} waives nothing here: ${why}.`, origin },
  ];
  if (!isCoverable(finding)) return not('the finding cannot be waived');
  if (needsExactVersion(finding)) return not('the finding needs an exception for exactly this version');
  if (!isInForce(entry, now)) return not(`it applies from ${entry.start} to ${entry.end}`);
  if (!dossiers.every((dossier) => isPublisherOf(entry, dossier))) {
    return not('it is not certain that this identity published the version');
  }
  if (status !== 'excepted' || decision !== id) return not('another entry or an approval covers the finding already');
  return [
    {
      because: 'publisher',
      says: `The listed publisher ${quoted(id)} published it, which waives the rule until ${entry.end}: ${quoted(entry.reason)}.`,
      origin,
    },
  ];
}
