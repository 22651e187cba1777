import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';

import type { Place } from '../errors.ts';
import { GateFailure } from '../errors.ts';
import type { Environment } from '../managers/named-registry.ts';
import { npmrcValues } from '../managers/npm/npmrc.ts';
import type { ReadFile } from '../managers/settings-file.ts';
import { visible } from '../text/visible.ts';

/** An `.npmrc` of the base branch, by its content: the work tree belongs to the pull request. */
export type BaseNpmrc = Pick<ReadFile<'.npmrc'>, 'path' | 'value'>;

export interface SettingsSources {
  readonly env: Environment;
  /** The base's `.npmrc`: npm's project level. */
  readonly npmrc?: BaseNpmrc;
  /** Whether the registries that it names are ignored. */
  readonly namesNoRegistry?: boolean;
  /** Other `.npmrc` files of the base, of which only credentials count (keys that begin with a registry's `//host/path/`). */
  readonly credentials?: readonly BaseNpmrc[];
  /**
   * The folder that the pull request may have written to; nothing that the base's `.npmrc` names is read from there.
   * Default: the working directory.
   */
  readonly workTree?: string;
}

/** npm's settings that affect where evidence comes from, each with the level at which it was set. */
export interface NpmSettings {
  /** As npm hands them to its own libraries: camel case, `@scope:registry` and `//host/path/:key` as they are. */
  readonly flat: Readonly<Record<string, unknown>>;
  /** npm's default of `registry`: the public registry. */
  readonly publicRegistry: string;
  /** Where a setting comes from, for messages: the base's file with a line, or a level of npm's configuration. */
  readonly placeOf: (key: string) => { readonly level: string; readonly path?: string; readonly line?: number };
}

/** The settings that can say where a registry is, how to reach it, or with which credential. All others are ignored. */
const relevant = new Set([
  ...['registry', 'replace-registry-host', 'scope', 'proxy', 'https-proxy', 'noproxy', 'local-address'],
  ...['ca', 'cafile', 'cert', 'key', 'strict-ssl'],
]);
/** The name of the environment in `placeOf`. */
export const environmentLevel = "npm's env configuration";
const namesFile = (key: string) => /(?:^cafile|:certfile|:keyfile)$/.test(key);
const namesRegistry = (key: string) => /^(?:registry|scope|replace-registry-host|@.*:registry)$/.test(key);
const isRelevant = (key: string) => relevant.has(key) || /^@.*:registry$/.test(key) || key.startsWith('//');

/**
 * Loads npm's configuration as npm does (builtin, global, user, project, environment), with the base's `.npmrc` in the
 * place of the working directory's. Costs about 100 ms: call it only when there is something to ask a registry.
 * @throws GateFailure `configuration-invalid`
 */
export async function loadNpmSettings(sources: SettingsSources): Promise<NpmSettings> {
  const [{ default: Config }, { default: npm }, { default: envReplace }] = await Promise.all([
    import('@npmcli/config'),
    import('@npmcli/config/lib/definitions/index.js'),
    import('@npmcli/config/lib/env-replace.js'),
  ]);

  class BaseConfig extends Config {
    override loadProjectConfig(): Promise<void> {
      this.localPrefix = this.cwd;
      const project = this.data.get('project')?.data;
      const { npmrc, namesNoRegistry = false, credentials = [], workTree = process.cwd() } = sources;
      if (project === undefined) return Promise.resolve();
      for (const file of [...(npmrc === undefined ? [] : [npmrc]), ...credentials]) {
        for (const [raw, { value, line }] of npmrcValues(file.value)) {
          const key = envReplace(raw, this.env);
          // A repository must not switch off certificate verification for the operator's connections.
          if (!isRelevant(key) || key === 'strict-ssl') continue;
          if (namesNoRegistry && namesRegistry(key)) continue;
          if (file !== npmrc && (!key.startsWith('//') || Object.hasOwn(project, key))) continue;
          const parsed = this.parseField(value, key);
          if (namesFile(key)) refuseWorkTree(parsed, value, key, { path: file.path, line }, workTree);
          project[key] = parsed;
        }
      }
      return Promise.resolve();
    }
  }

  const config = new BaseConfig({
    ...{ definitions: npm.definitions, shorthands: npm.shorthands, flatten: npm.flatten },
    npmPath: npmFolder(),
    argv: [process.execPath, 'lockgate'],
    // A copy: npm writes its own variables into the environment that it is given.
    env: { ...sources.env },
    cwd: sources.env.HOME ?? homedir(),
    warn: false,
  });
  const flat: Record<string, unknown> = {};
  try {
    await config.load();
    for (const { data } of config.data.values()) {
      npm.flatten(Object.fromEntries(Object.entries(data).filter(([key]) => isRelevant(key))), flat);
    }
  } catch (cause) {
    if (cause instanceof GateFailure) throw cause;
    const reason = cause instanceof Error ? visible(cause.message, 200) : 'unknown reason';
    throw new GateFailure('configuration-invalid', `npm's configuration cannot be loaded (${reason}); correct it.`);
  }

  return { flat, publicRegistry: String(npm.defaults.registry), placeOf };

  function placeOf(key: string): { level: string; path?: string; line?: number } {
    const level = [...config.data].findLast(([, { data }]) => Object.hasOwn(data, key))?.[0] ?? 'default';
    if (level === 'env') return { level: environmentLevel };
    if (level !== 'project' || sources.npmrc === undefined) return { level: `npm's ${level} configuration` };
    return { level: 'the base branch', path: sources.npmrc.path, ...lineOf(sources.npmrc, key) };
  }
}

/** A certificate that the pull request can replace is no certificate. */
function refuseWorkTree(parsed: unknown, raw: unknown, key: string, place: Place, workTree: string): void {
  if (typeof parsed !== 'string' || typeof raw !== 'string') return;
  const named = raw.startsWith('~/') || /^\$\{[^}]+\}/.test(raw) || isAbsolute(raw);
  const inside = relative(workTree, resolve(workTree, parsed));
  if (named && (inside.startsWith('..') || isAbsolute(inside))) return;
  throw new GateFailure(
    'configuration-invalid',
    `${visible(key, 100)} names a file of the work tree, which a pull request can change; set it in npm's user configuration or in NODE_EXTRA_CA_CERTS instead.`,
    place,
  );
}

function lineOf({ value }: BaseNpmrc, key: string): { line?: number } {
  const line = npmrcValues(value).get(key)?.line;
  return line === undefined ? {} : { line };
}

/** Where the npm that came with this Node keeps its builtin configuration. */
function npmFolder(): string {
  const bin = dirname(process.execPath);
  return process.platform === 'win32' ? join(bin, 'node_modules/npm') : join(bin, '../lib/node_modules/npm');
}
