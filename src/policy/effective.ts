import type { EvidenceKind } from '../model/index.ts';
import { worstOf } from '../judge/finding.ts';
import type { Json } from '../model/json.ts';
import { canonicalJson, fingerprintOf } from '../judge/fingerprint.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Rule, RuleSetting } from '../model/rule.ts';
import { applicationsOf, profilesOf } from './compose-profiles.ts';
import { approvalsMeaning, approvalsOf } from './approvals.ts';
import { isGatedPath } from './is-gated-path.ts';
import { addLists } from './lists.ts';
import { compileGlobs } from '../text/glob.ts';
import { compareText } from '../text/order.ts';
import { compileSelector } from '../text/selectors.ts';
import { exceptedBy } from './schema/exceptions.ts';
import { isLocal } from './references.ts';
import type { AcceptedFile, EffectivePolicy, Exception } from './effective-policy.ts';
import type { Defaults } from './presets.ts';
import { presetDefaults } from './presets.ts';
import { proposersMeaning, proposersOf, withoutProposers } from './proposers.ts';
import { publishersOf } from './publishers.ts';
import { laidOver, optionsOf } from './rule-settings.ts';
import type { PolicyFile, PresetName, RuleEntry } from './schema.ts';
import { sourcesMeaning, sourcesOf } from './sources.ts';

export interface Compose {
  readonly source: string;
  readonly accepted?: AcceptedFile;
  /** The operator's choice; it replaces the file's `extends`. */
  readonly preset?: PresetName;
  readonly rules?: readonly Rule[];
}

/** Lays a file over its preset. */
export function composePolicy({ source, accepted, preset, rules = allRules }: Compose): EffectivePolicy {
  const file = accepted?.file;
  const origins = new Map<string, string>();
  const from = (name: string, path: readonly PropertyKey[], given: boolean, otherwise: string) =>
    origins.set(name, given && accepted !== undefined ? accepted.originOf(path) : otherwise);

  const named = file?.extends;
  const chosen = preset ?? (typeof named === 'string' && !isLocal(named) ? named : 'recommended');
  from(
    'extends',
    ['extends'],
    preset === undefined && file?.extends !== undefined,
    preset === undefined ? 'default' : '--preset',
  );
  const defaults = presetDefaults(chosen, rules);
  const ofPreset = `preset ${chosen}`;
  from('baselines', ['baselines'], file?.baselines !== undefined, 'default');
  from('mode', ['mode'], file?.mode !== undefined, 'default');
  from('unavailable', ['unavailable'], file?.unavailable !== undefined, ofPreset);
  const { include = ['**'], exclude = [] } = file?.lockfiles ?? {};
  from('lockfiles.include', ['lockfiles', 'include'], file?.lockfiles?.include !== undefined, 'default');
  from('lockfiles.exclude', ['lockfiles', 'exclude'], file?.lockfiles?.exclude !== undefined, 'default');
  from('registries', ['registries'], file?.registries !== undefined, 'default');
  for (const key of ['malware', 'advisories', 'popularity', 'attestations'] as const) {
    from(`sources.${key}`, ['sources', key], file?.sources?.[key] !== undefined, 'default');
  }
  from('trustedRoot', ['trustedRoot'], file?.trustedRoot !== undefined, 'default');
  from('exceptions', ['exceptions'], file?.exceptions !== undefined, 'default');
  from('approvals', ['approvals'], file?.approvals !== undefined, 'default');
  from('proposers', ['proposers'], file?.proposers !== undefined, 'default');
  from('admissions', ['admissions'], file?.admissions !== undefined, 'default');
  for (const key of ['review', 'comment', 'notices'] as const) {
    from(`report.${key}`, ['report', key], file?.report?.[key] !== undefined, 'default');
  }

  const settings = new Map<string, RuleSetting>();
  for (const rule of rules) {
    const written = accepted?.written(rule.id) ?? [];
    const setting = laidOver(presetSetting(defaults, rule.id), ruleEntry(file, rule.id), written);
    settings.set(rule.id, setting);
    const short = typeof ruleEntry(file, rule.id) === 'string';
    from(
      `rules.${rule.id}.level`,
      ['rules', rule.id, ...(short ? [] : ['level'])],
      short || written.includes('level'),
      ofPreset,
    );
    for (const option of [...Object.keys(setting.codes ?? {}), ...Object.keys(optionsOf(setting))]) {
      from(`rules.${rule.id}.${option}`, ['rules', rule.id, option], written.includes(option), ofPreset);
    }
  }
  addLists(settings, file ?? {}, (name, path) => from(name, path, true, ofPreset));
  const confusion = settings.get('dependency-confusion');
  if (confusion !== undefined) settings.set('dependency-confusion', { ...confusion, options: exclusiveScopes(file) });
  const apply = applicationsOf(accepted);
  const proposers = proposersOf(file?.proposers ?? []);
  from('apply', ['apply'], apply.length > 0, 'default');
  const policy = {
    baselines: file?.baselines ?? [],
    mode: file?.mode ?? 'enforce',
    unavailable: file?.unavailable ?? defaults.unavailable,
    lockfiles: { include, exclude },
    registries: file?.registries ?? [],
    sources: sourcesOf(file ?? {}),
    ...(file?.trustedRoot === undefined ? {} : { trustedRoot: file.trustedRoot }),
    settings,
    profiles: profilesOf(accepted, settings, rules, origins),
    apply,
    exceptions: exceptionsOf(accepted),
    ...(file?.approvals === undefined ? {} : { approvals: withoutProposers(approvalsOf(file.approvals), proposers) }),
    ...(proposers.length === 0 ? {} : { proposers }),
    ...(file?.admissions === undefined ? {} : { admissions: admissionsOf(file.admissions) }),
    review: file?.report?.review ?? false,
    comment: file?.report?.comment ?? 'always',
    notices: file?.report?.notices ?? false,
  } as const;
  const isExcluded = compileGlobs(exclude);
  const isGated = gate(include, isExcluded);
  return { source, preset: chosen, ...policy, isGated, isExcluded, digest: digestOf(policy), origins };
}

function admissionsOf({ publicLog = false, fulcio, rekor }: NonNullable<PolicyFile['admissions']>) {
  return { publicLog, ...(fulcio === undefined || rekor === undefined ? {} : { fulcio, rekor }) };
}

function presetSetting({ settings }: Defaults, rule: string): RuleSetting {
  const setting = settings.get(rule);
  if (setting === undefined) throw new TypeError('a preset leaves out a rule');
  return setting;
}

function ruleEntry(file: PolicyFile | undefined, id: string): RuleEntry | undefined {
  return file?.rules !== undefined && Object.hasOwn(file.rules, id) ? file.rules[id] : undefined;
}

/** The scopes that the policy makes exclusive to one registry: the rule `dependency-confusion` uses them. */
function exclusiveScopes(file: PolicyFile | undefined): { readonly exclusive: readonly object[] } {
  const held = (file?.registries ?? []).filter(({ exclusive }) => exclusive);
  const exclusive = held.flatMap(({ scopes, url }) => scopes.map((scope) => ({ scope, registry: url })));
  return { exclusive: exclusive.sort((a, b) => compareText(a.scope, b.scope)) };
}

function gate(include: readonly string[], isExcluded: (path: string) => boolean): (path: string) => boolean {
  const isIncluded = compileGlobs(include);
  return (path) => isGatedPath(path) && isIncluded(path) && !isExcluded(path);
}

function exceptionsOf(accepted: AcceptedFile | undefined): readonly Exception[] {
  return (accepted?.file.exceptions ?? []).map((entry, index) => {
    const { id, reason, owner, expires } = entry;
    const excepting = {
      id: id ?? `exceptions[${index}]`,
      named: id !== undefined,
      reason,
      ...(owner === undefined ? {} : { owner }),
      expires,
      line: accepted?.lineOf(['exceptions', index]) ?? 1,
      origin: accepted?.originOf(['exceptions', index]) ?? '',
    };
    const excepted = exceptedBy(entry);
    return excepted.about === 'file'
      ? { ...excepting, ...excepted }
      : { ...excepting, ...excepted, selects: compileSelector(excepted.package) };
  });
}

type Meaning = Pick<
  EffectivePolicy,
  | ('baselines' | 'mode' | 'unavailable' | 'lockfiles' | 'registries' | 'sources' | 'trustedRoot')
  | ('settings' | 'profiles' | 'apply' | 'exceptions' | 'approvals' | 'proposers' | 'admissions')
>;

/** A digest of the policy's meaning: layout, location and the order of unordered lists do not change it. */
const digestOf = (policy: Meaning): string => `sha256:${fingerprintOf(meaningOf(policy))}`;

/** What the digest is over. */
export function meaningOf(policy: Meaning) {
  const { baselines, mode, unavailable, lockfiles, registries, trustedRoot, settings, exceptions } = policy;
  const sorted = (texts: readonly string[]) => [...new Set(texts)].sort();
  return {
    version: 1,
    ...(baselines.length === 0 ? {} : { baselines: sorted(baselines) }),
    mode,
    unavailable,
    lockfiles: { include: sorted(lockfiles.include), exclude: sorted(lockfiles.exclude) },
    registries: Object.fromEntries(
      registries.map(({ url, scopes, exclusive, signatures, tokenEnv, keys, mirrors, ...capabilities }, at) => {
        // One address may have several entries: those after the first are told apart by their scopes.
        const key = registries.findIndex((one) => one.url === url) === at ? url : `${url} ${sorted(scopes).join(' ')}`;
        const said = Object.entries(capabilities).filter(([, demand]) => demand !== 'auto' && demand !== undefined);
        const named = { ...(keys && { keys }), ...(mirrors && { mirrors }), ...Object.fromEntries(said) };
        return [key, { exclusive, signatures, scopes: sorted(scopes), tokenEnv: tokenEnv ?? null, ...named }];
      }),
    ),
    ...sourcesMeaning(policy.sources),
    ...(trustedRoot === undefined ? {} : { trustedRoot }),
    rules: settingsMeaning(settings),
    ...(policy.apply.length === 0 ? {} : { apply: appliedMeaning(policy) }),
    ...(policy.approvals === undefined ? {} : { approvals: approvalsMeaning(policy.approvals) }),
    ...(policy.proposers === undefined ? {} : { proposers: proposersMeaning(policy.proposers) }),
    ...(policy.admissions === undefined ? {} : { admissions: { ...policy.admissions } }),
    exceptions: exceptions.map((exception) => {
      const { id, reason, owner = null, expires } = exception;
      const shared = { id, reason, owner, expires };
      if (exception.about === 'file') {
        const { path, codes, fingerprint } = exception;
        return { ...shared, path, codes: sorted(codes), fingerprint };
      }
      const { package: selector, rules, advisories } = exception;
      return {
        ...{ ...shared, package: selector, rules: sorted(rules) },
        ...(advisories === undefined ? {} : { advisories: sorted(advisories) }),
      };
    }),
  };
}

const settingsMeaning = (settings: Iterable<readonly [string, RuleSetting]>) =>
  Object.fromEntries(
    [...settings].map(([id, { level, advice, codes, stays, options }]) => [
      id,
      {
        level,
        advice,
        ...(codes !== undefined && { codes }),
        ...(stays !== undefined && { stays }),
        options: options as Json,
      },
    ]),
  );

/** Which settings apply where, without the profiles' names; of each profile only what differs from the policy. */
function appliedMeaning({ apply, profiles, settings }: Meaning): Json {
  const same = ([id, setting]: readonly [string, RuleSetting]) =>
    canonicalJson(settingsMeaning([[id, setting]])) ===
    canonicalJson(settingsMeaning([...settings].filter(([other]) => other === id)));
  const sorted = (texts: readonly string[] | undefined) => (texts === undefined ? null : [...new Set(texts)].sort());
  return apply.map(({ profile, paths, workspaces, dependencyTypes, packages }) => ({
    ...{ paths: sorted(paths), workspaces: sorted(workspaces), packages: sorted(packages) },
    dependencyTypes: sorted(dependencyTypes),
    rules: settingsMeaning([...(profiles.get(profile)?.settings ?? [])].filter((one) => !same(one))),
  }));
}

/** Whether anything under this policy asks for the tarballs of all new versions to be listed. */
export function listsAllTarballs({ settings, profiles }: EffectivePolicy): boolean {
  const all = [settings, ...[...profiles.values()].map((profile) => profile.settings)];
  return all.some((each) => {
    const setting = each.get('install-scripts');
    return setting !== undefined && optionsOf(setting).tarballs === 'list';
  });
}

/** The evidence to collect: what is needed by the rules that can report something under this policy. */
export function neededEvidence(policy: EffectivePolicy, rules: readonly Rule[] = allRules): ReadonlySet<EvidenceKind> {
  const all = [policy.settings, ...[...policy.profiles.values()].map(({ settings }) => settings)];
  const needs = rules.flatMap((rule) => {
    if (rule.subject !== 'package') return [];
    return all.flatMap((settings) => {
      const setting = settings.get(rule.id);
      if (setting === undefined || worstOf(rule, setting).level === 'off') return [];
      const spared = rule.unusedEvidence?.(setting.options) ?? [];
      return [...rule.needs.filter((kind) => !spared.includes(kind)), ...(rule.optionalEvidence ?? [])];
    });
  });
  const waives = publishersOf(policy).some((entry) => entry.waives.length > 0);
  return new Set(waives ? [...needs, 'provenance', 'publisher'] : needs);
}
