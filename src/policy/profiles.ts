import type { Change, DependencyType } from '../model/index.ts';
import type { Rule, RuleSetting } from '../model/rule.ts';
import { compileGlobs } from '../text/glob.ts';
import { compileSelector } from '../text/selectors.ts';
import type { RuleEntry } from './schema/rules.ts';
import { denyRule } from './waivable.ts';

/** Settings that replace the policy's own wherever the profile applies. */
export interface Profile {
  readonly name: string;
  readonly description?: string;
  /** The rules that it sets. */
  readonly rules: readonly string[];
  /** By rule id, complete: what the profile leaves out is the policy's own setting, the same object. */
  readonly settings: ReadonlyMap<string, RuleSetting>;
  /** 1-based, in the policy file; 0 for one that is built in, or of the policy that the file extends. */
  readonly line: number;
  /** `.github/dependency-policy.yml:12`, or `built in`. */
  readonly origin: string;
}

/** One entry of `apply`. A condition that is absent holds everywhere. */
export interface Application {
  readonly profile: string;
  readonly paths?: readonly string[];
  readonly workspaces?: readonly string[];
  readonly dependencyTypes?: readonly DependencyType[];
  readonly packages?: readonly string[];
  /** 1-based, in the policy file; 0 for one of the policy that it extends. */
  readonly line: number;
  /** `.github/dependency-policy.yml:12` */
  readonly origin: string;
  readonly fits: (occurrence: Occurrence) => boolean;
}

/** One path by which a package is reached, or a lockfile as a whole, of which only the path is known. */
export interface Occurrence {
  readonly lockfile: string;
  /** Folder from the repository's root of a workspace that depends on it; empty for the root. */
  readonly importer?: string;
  readonly dependencyType?: DependencyType;
  readonly name?: string;
  readonly version?: string;
}

/** Whether a profile may set a rule: rules about packages or lockfiles, except `deny`. */
export function maySet({ id, subject }: Pick<Rule, 'id' | 'subject'>): boolean {
  return (subject === 'package' || subject === 'lockfile') && id !== denyRule;
}

/** Profiles that every policy may apply without defining them; its own definition replaces a built-in one. */
export const builtInProfiles: Readonly<
  Record<string, { readonly description: string; readonly rules: Readonly<Record<string, RuleEntry>> }>
> = {
  sandbox: {
    description: 'Short-lived experiments without secrets or production data.',
    rules: { cooldown: 'warn', 'new-package': 'warn', provenance: 'off', license: 'off', abandonment: 'off' },
  },
};

type Conditions = Omit<Application, 'fits' | 'line' | 'origin' | 'profile'>;

/** Whether an occurrence meets every condition. An unknown property meets none. */
export function compileConditions({ paths, workspaces, dependencyTypes, packages }: Conditions): Application['fits'] {
  const isPath = paths && compileGlobs(paths);
  const isWorkspace = workspaces && compileGlobs(workspaces);
  const selects = packages?.map(compileSelector);
  return ({ lockfile, importer, dependencyType, name, version }) =>
    (isPath === undefined || pathsOf(lockfile, importer).some(isPath)) &&
    (isWorkspace === undefined || (importer !== undefined && isWorkspace(importer))) &&
    (dependencyTypes === undefined || (dependencyType !== undefined && dependencyTypes.includes(dependencyType))) &&
    (selects === undefined ||
      (name !== undefined && version !== undefined && selects.some((matches) => matches(name, version))));
}

/** The paths that conditions are matched against. The lockfile's path covers only workspaces in its folder. */
function pathsOf(lockfile: string, importer: string | undefined): readonly string[] {
  if (importer === undefined) return [lockfile];
  const folder = lockfile.slice(0, lockfile.lastIndexOf('/') + 1);
  const manifest = importer === '' ? 'package.json' : `${importer}/package.json`;
  return manifest.startsWith(folder) ? [manifest, ...(importer === '' ? [] : [importer]), lockfile] : [manifest];
}

/**
 * Every path by which a package is reached: each workspace with each type of dependency. A change does not say which
 * goes with which, so some of these may not exist: the strictest wins, so extra ones make it no more lenient.
 */
export function occurrencesOf(change: Change): readonly Occurrence[] {
  const { lockfile, name, version, importers, dependencyTypes } = change;
  const ways = importers.length === 0 ? [{}] : importers.map((importer) => ({ importer }));
  const types = dependencyTypes.length === 0 ? [{}] : dependencyTypes.map((dependencyType) => ({ dependencyType }));
  return ways.flatMap((way) => types.map((type) => ({ lockfile, name, version, ...way, ...type })));
}

/** The entry that applies to an occurrence: the first that matches. */
export function applicationOf(apply: readonly Application[], occurrence: Occurrence): Application | undefined {
  return apply.find(({ fits }) => fits(occurrence));
}

interface Profiled {
  readonly settings: ReadonlyMap<string, RuleSetting>;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly apply: readonly Application[];
}

/** The settings that these occurrences are judged under, each once: the profiles', or the policy's own where none matches. */
export function settingsOf(
  { settings, profiles, apply }: Profiled,
  occurrences: readonly Occurrence[],
): readonly ReadonlyMap<string, RuleSetting>[] {
  const applied = occurrences.map((occurrence) => {
    const application = applicationOf(apply, occurrence);
    if (application === undefined) return settings;
    const profile = profiles.get(application.profile);
    if (profile === undefined) throw new TypeError(`there is no profile ${application.profile}`);
    return profile.settings;
  });
  return [...new Set(applied)];
}
