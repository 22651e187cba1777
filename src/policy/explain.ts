import type { EffectivePolicy, Exception } from './effective-policy.ts';
import { fingerprintOfLine } from '../text/security-key.ts';
import { optionsOf } from './rule-settings.ts';

/** One effective value and where it comes from. */
export interface Explained {
  /** `rules.cooldown.level` */
  readonly path: string;
  /** A text, number, truth value or list of texts. */
  readonly value: unknown;
  /** `preset strict`, `.github/dependency-policy.yml:12`, `default`, `--preset`. */
  readonly origin: string;
}

function whatIsExcepted(exception: Exception): object {
  if (exception.about === 'file') {
    const { path, codes, fingerprint } = exception;
    return { path, codes, fingerprint };
  }
  const { package: selector, rules, advisories } = exception;
  return { package: selector, rules, ...(advisories && { advisories }) };
}

/** Who may decide, each account and team with its id; nothing where the policy does not say. */
function explainApprovals({ approvals, origins }: EffectivePolicy): readonly Explained[] {
  if (approvals === undefined) return [];
  const origin = origins.get('approvals') ?? 'default';
  const { users, teams, minimumPermission, never, required, keys, ownChanges, maximumAge } = approvals;
  const listed = (all: readonly { readonly id: number; readonly login?: string; readonly slug?: string }[]) =>
    all.map(({ id, login, slug }) => `${login ?? slug ?? ''} (${id})`);
  return Object.entries({
    ...{ 'approvers.users': listed(users), 'approvers.teams': listed(teams) },
    ...{ 'approvers.minimumPermission': minimumPermission, never: listed(never), required },
    ...{ keys: keys.map(({ id, key }) => `${id} ${fingerprintOfLine(key)}`), ownChanges },
    maximumAge: `${maximumAge / 3_600_000}h`,
  }).map(([key, value]) => ({ path: `approvals.${key}`, value, origin }));
}

/** Nobody is asked where the list of sources is empty. */
const explained = (value: unknown) => (Array.isArray(value) && value.length === 0 ? 'none' : value);

/** Every effective value of a policy with its origin, in the order of the reference. */
export function explainPolicy(policy: EffectivePolicy): readonly Explained[] {
  const at = (path: string, value: unknown, origin = policy.origins.get(path) ?? 'default'): Explained => ({
    path,
    value,
    origin,
  });
  const listed = (name: string, items: readonly (readonly [entry: object, origin?: string])[]) =>
    items.length === 0
      ? [at(name, [])]
      : items.flatMap(([entry, origin], index) =>
          Object.entries(entry).map(([key, value]) =>
            at(`${name}[${index}].${key}`, value, origin ?? policy.origins.get(name)),
          ),
        );
  return [
    at('extends', policy.preset),
    ...Object.entries(policy.extended ?? {})
      .filter(([key]) => key !== 'text' && key !== 'source')
      .map(([key, value]) => at(`extends.${key}`, value, policy.origins.get('extends.path'))),
    at('baselines', policy.baselines),
    at('mode', policy.mode),
    at('unavailable', policy.unavailable),
    at('lockfiles.include', policy.lockfiles.include),
    at('lockfiles.exclude', policy.lockfiles.exclude),
    ...listed(
      'registries',
      policy.registries.map((entry) => [entry] as const),
    ),
    ...Object.entries(policy.sources).map(([key, value]) => at(`sources.${key}`, explained(value))),
    ...(policy.trustedRoot === undefined ? [] : [at('trustedRoot', policy.trustedRoot)]),
    ...explainApprovals(policy),
    ...(policy.proposers === undefined
      ? []
      : listed(
          'proposers',
          policy.proposers.map((entry) => [entry] as const),
        )),
    ...Object.entries(policy.admissions ?? {}).map(([key, value]) =>
      at(`admissions.${key}`, value, policy.origins.get('admissions')),
    ),
    at('report.review', policy.review),
    at('report.comment', policy.comment),
    at('report.notices', policy.notices),
    ...[...policy.settings].flatMap(([id, setting]) => [
      at(`rules.${id}.level`, setting.level),
      ...Object.entries(optionsOf(setting)).map(([option, value]) => at(`rules.${id}.${option}`, value)),
    ]),
    ...[...policy.profiles.values()].flatMap(({ name, rules, settings, origin }) => {
      const of = (path: string) => policy.origins.get(path) ?? origin;
      return rules.flatMap((id) => {
        const setting = settings.get(id);
        if (setting === undefined) return [];
        const own = Object.entries(optionsOf(setting)).filter(
          ([option, value]) => optionsOf(policy.settings.get(id) ?? setting)[option] !== value,
        );
        return [
          ...[['level', setting.level] as const, ...own].map(([key, value]) =>
            at(`profiles.${name}.rules.${id}.${key}`, value, of(`profiles.${name}.rules.${id}.${key}`)),
          ),
        ];
      });
    }),
    ...listed(
      'apply',
      policy.apply.map(({ profile, paths, workspaces, dependencyTypes, packages, origin }) => {
        const conditions = {
          ...(paths && { paths }),
          ...(workspaces && { workspaces }),
          ...(dependencyTypes && { dependencyTypes }),
          ...(packages && { packages }),
        };
        return [{ profile, ...conditions }, origin] as const;
      }),
    ),
    ...listed(
      'exceptions',
      policy.exceptions.map((exception) => {
        const { id, reason, owner, expires, origin } = exception;
        const entry = {
          ...{ id, ...whatIsExcepted(exception), reason },
          ...(owner === undefined ? {} : { owner }),
          expires,
        };
        return [entry, origin] as const;
      }),
    ),
  ];
}
