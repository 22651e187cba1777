import { GateFailure } from '../errors.ts';
import type { AgentOptions } from '../net/agent.ts';
import { quoted } from '../text/visible.ts';
import { isYarnAlias } from './address.ts';
import { npmCredential, tokenCredential } from './credentials.ts';
import {
  type PolicyRegistry,
  type ReadPolicyRegistry,
  article,
  flagRegistry,
  readPolicyRegistries,
} from './given-registries.ts';
import { type NpmSettings, type SettingsSources, environmentLevel, loadNpmSettings } from './npm-settings.ts';
import type { NamedRegistry } from '../managers/named-registry.ts';
import { namedRegistries, readOrRefused } from '../managers/project-registries.ts';
import type { ReadFile, SettingsName, UnreadableFile } from '../managers/settings-file.ts';
import { agreedRegistries } from './agreed-registries.ts';
import { managerCredentials } from './manager-credentials.ts';
import { settingsEnvironment } from './settings-environment.ts';
import { type RegistryMap, type ScopedRegistry, canonicalRegistry, isPrivateChannel } from './registry-map.ts';

export type { PolicyRegistry } from './given-registries.ts';

/** A file of the base branch: the work tree belongs to the pull request. */
export type BaseFile<N extends SettingsName = SettingsName> = ReadFile<N> | UnreadableFile;

export interface ConfigurationSources extends Omit<SettingsSources, 'npmrc' | 'credentials' | 'namesNoRegistry'> {
  /** The base's `.npmrc`: npm's project level. */
  readonly npmrc?: BaseFile<'.npmrc'>;
  /** For each project of the run: the base's files that may name its registries (see `namedRegistries`). */
  readonly projects?: readonly (readonly BaseFile[])[];
  readonly policyRegistries?: readonly PolicyRegistry[];
  /** What package managers have in themselves: it counts where nothing else names a registry for the scope. */
  readonly builtIn?: readonly ScopedRegistry[];
  /** `--registry`: replaces the default registry, and the public one wherever a scope names it. */
  readonly registry?: string | undefined;
}

/** How to reach one registry. Contains secrets: never recorded, never printed. */
export interface Connection {
  /** The registry's canonical URL. */
  readonly url: string;
  /** Value of the `authorization` header. It is sent only below `url`. */
  readonly authorization?: string;
  /** Why there is no credential although one was configured. May be shown. */
  readonly withoutCredential?: string;
  /** The environment variable that it was to come from, and that is not set. May be shown. */
  readonly unset?: string;
  readonly agent: AgentOptions;
}

export interface RegistryConfiguration {
  readonly registries: RegistryMap;
  /** @param registry one of `registries`. Absent: none of them can be reached. */
  readonly connect?: (registry: string) => Connection;
}

/**
 * Which registry applies to which name, and how it is reached: policy, then npm's own configuration with the base's
 * `.npmrc` as its project level, and what the settings beside each lockfile say (docs/decisions/0107). Loads npm's
 * libraries: call it only when there is something to ask.
 * @throws GateFailure `configuration-invalid`, or `usage` for `--registry`; neither ever holds a value that was configured.
 */
export async function loadConfiguration(sources: ConfigurationSources): Promise<Required<RegistryConfiguration>> {
  const { projects = [], npmrc: given, ...others } = sources;
  const env = settingsEnvironment(others.env);
  const npmrc = given && readOrRefused(given);
  const npmrcs = new Map(projects.flat().flatMap((file) => (isNpmrc(file) ? [[file.path, readOrRefused(file)]] : [])));
  const credentials = [...npmrcs.values()].filter(({ path }) => path !== npmrc?.path);
  // Yarn 2 and later read no `.npmrc`: the registries that it names do not count for them, its connection settings do.
  const isOthers = projects.length > 0 && npmrcs.size === 0;
  const own = { ...others, env, ...(npmrc !== undefined && { npmrc }) };
  const settings = await loadNpmSettings({ ...own, credentials, namesNoRegistry: isOthers });
  const names = await Promise.all(projects.map((files) => namedRegistries(files, env)));
  const readsNpmrc = (project: number) => projects[project]?.some(({ path }) => npmrcs.has(path)) === true;
  const { default: getAuth } = await import('npm-registry-fetch/lib/auth.js');
  const policy = readPolicyRegistries(sources.policyRegistries ?? []);
  const registries = mapRegistries(settings, { names, readsNpmrc }, policy, flagRegistry(sources.registry), sources);
  const agent = agentOptions(settings.flat);
  const { publicRegistry } = registries;
  const ofManagers = await managerCredentials(projects.flat(), { env, publicRegistry, flat: settings.flat });
  const flat = { ...ofManagers, ...settings.flat };

  return { registries, connect };

  function connect(url: string): Connection {
    if (!isPrivateChannel(url)) return { url, agent, withoutCredential: 'no credential is sent over plain http' };
    const given = policy.find((one) => one.url === url && one.tokenEnv !== undefined);
    const { certificate, ...credential } = {
      ...npmCredential(url, flat, getAuth),
      ...(given?.tokenEnv === undefined ? {} : tokenCredential(url, given.tokenEnv, sources.env, given.tokenScheme)),
    };
    return { url, ...credential, agent: { ...agent, ...certificate } };
  }
}

const isNpmrc = (file: BaseFile): file is BaseFile<'.npmrc'> => /(?:^|\/)\.npmrc$/.test(file.path);

/** A configuration for evidence that was recorded elsewhere: it knows the registries and reaches none of them. */
export function recordedConfiguration(registries: RegistryMap): RegistryConfiguration {
  return { registries };
}

/** What each project's files name, and whether it is one of a manager that reads `.npmrc`. */
interface Projects {
  readonly names: readonly (readonly NamedRegistry[])[];
  readonly readsNpmrc: (project: number) => boolean;
}

function mapRegistries(
  settings: NpmSettings,
  { names, readsNpmrc }: Projects,
  policy: readonly ReadPolicyRegistry[],
  flag: string | undefined,
  { builtIn = [] }: Pick<ConfigurationSources, 'builtIn'>,
): RegistryMap {
  const { flat, placeOf } = settings;
  const publicRegistry = configured(settings.publicRegistry, 'registry', placeOf);
  const replaced = (url: string) => (flag !== undefined && url === publicRegistry ? flag : url);
  const scopes = new Map<string, string>();
  for (const [key, value] of Object.entries(flat)) {
    const scope = /^(@.*):registry$/.exec(key)?.[1];
    if (scope !== undefined) scopes.set(scope, replaced(configured(value, key, placeOf)));
  }
  const policyDefault = policy.find(({ scopes: own }) => own.length === 0)?.url;
  const decided = new Set([...policy.flatMap(({ scopes: own }) => own), ...((flag ?? policyDefault) ? [''] : [])]);
  const agreed = new Map(
    [...agreedRegistries(names, decided, readsNpmrc)].map(([scope, url]) => [
      scope,
      isYarnAlias(url) ? publicRegistry : url,
    ]),
  );
  // The operator's environment wins over every file.
  const isOperators = (key: string) => placeOf(key).level === environmentLevel;
  for (const [scope, url] of agreed) {
    if (scope !== '' && !isOperators(`${scope}:registry`)) scopes.set(scope, replaced(url));
  }
  // npm's setting `scope` sends every name without a registry of its own to that scope's (pickRegistry).
  const ownScope = typeof flat.scope === 'string' ? scopes.get(flat.scope) : undefined;
  const projectDefault = isOperators('registry') ? undefined : agreed.get('');
  const npmDefault = ownScope ?? projectDefault ?? configured(flat.registry, 'registry', placeOf);
  for (const { url, scopes: own } of policy) for (const scope of own) scopes.set(scope, replaced(url));
  for (const { scope, url } of builtIn) if (!scopes.has(scope)) scopes.set(scope, url);
  return {
    publicRegistry,
    defaultRegistry: flag ?? policyDefault ?? npmDefault,
    scopes: [...scopes]
      .map(([scope, url]): ScopedRegistry => ({ scope, url }))
      .sort((a, b) => (a.scope < b.scope ? -1 : 1)),
    replaceRegistryHost: replaceRegistryHost(flat.replaceRegistryHost, publicRegistry),
  };
}

/** Naming the public registry's host means the same as npm's default, which names it by a magic word. */
function replaceRegistryHost(setting: unknown, publicRegistry: string): string {
  if (typeof setting !== 'string' || setting === '' || setting === new URL(publicRegistry).hostname) return 'npmjs';
  return setting;
}

function configured(value: unknown, key: string, placeOf: NpmSettings['placeOf']): string {
  const read =
    typeof value !== 'string'
      ? ({ fault: 'not a URL' } as const)
      : value.includes('${')
        ? ({ fault: 'an environment variable that is not set' } as const)
        : canonicalRegistry(value);
  if ('url' in read) return read.url;
  const { level, ...place } = placeOf(key);
  throw new GateFailure(
    'configuration-invalid',
    `${quoted(key, 100)} in ${level} has ${article(read.fault)}; set it to the registry's https URL, and a credential by a //host/path/:_authToken line.`,
    place,
  );
}

function agentOptions(flat: Readonly<Record<string, unknown>>): AgentOptions {
  const string = (key: string) => {
    const value = flat[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const { ca } = flat;
  const proxy = string('httpsProxy') ?? string('proxy');
  const options = {
    proxy,
    noProxy: string('noProxy'),
    cert: string('cert'),
    key: string('key'),
    localAddress: string('localAddress'),
    ca: typeof ca === 'string' || isTexts(ca) ? ca : undefined,
  };
  if (proxy !== undefined && !URL.canParse(proxy)) {
    throw new GateFailure('configuration-invalid', "npm's proxy setting is not a URL; set it to one, or remove it.");
  }
  return {
    ...(Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as object),
    rejectUnauthorized: flat.strictSSL !== false,
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
