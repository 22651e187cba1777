import { GateFailure } from '../errors.ts';
import { oneFault } from '../text/decode.ts';
import type { JsonDocument, JsonValue } from '../text/json-object.ts';
import { JsonObject } from '../text/json-object.ts';
import { parseYamlDocuments } from '../text/yaml.ts';
import type { YamlSchema } from '../text/yaml-scalar.ts';
import { quoted } from '../text/visible.ts';
import { article } from '../registry/given-registries.ts';
import { canonicalRegistry } from '../registry/registry-map.ts';
import type { BaseFile, Environment } from '../registry/npm-settings.ts';

/** A registry as a file of the base names it, with the place that names it. */
export interface NamedRegistry {
  /** With its `@`; absent: for every name whose scope has none of its own. */
  readonly scope?: string;
  /** As it is written, variables replaced. */
  readonly url: string;
  readonly path: string;
  readonly line?: number;
}

const faults = oneFault('configuration-invalid', 'mend the file');
const mentionsRegistry = /registr|scopes/i;

/**
 * The registries that one project's files name: `.npmrc`, `.yarnrc`, `.yarnrc.yml`, `pnpm-workspace.yaml` and `bunfig.toml`,
 * each by the keys of its own manager's documentation, in the order of the files. A file that names none is not parsed: what
 * else stands in it is not in question here.
 * @throws GateFailure `configuration-invalid` with the file and, where it is known, the line
 */
export async function namedRegistries(files: readonly BaseFile[], env: Environment): Promise<readonly NamedRegistry[]> {
  const speaking = files.filter(({ text }) => mentionsRegistry.test(text));
  return (await Promise.all(speaking.map(async (file) => (await readers[nameOf(file)]?.(file, env)) ?? []))).flat();
}

type Reader = (file: BaseFile, env: Environment) => readonly NamedRegistry[] | Promise<readonly NamedRegistry[]>;

const nameOf = ({ path }: { readonly path: string }) => path.slice(path.lastIndexOf('/') + 1);

const readers: Readonly<Record<string, Reader>> = {
  '.npmrc': npmrc,
  '.yarnrc': yarnrc,
  '.yarnrc.yml': yarnrcYml,
  'pnpm-workspace.yaml': pnpmWorkspace,
  'bunfig.toml': bunfig,
};

/** `registry=` and `@scope:registry=`, with npm's own reader of both. */
async function npmrc({ path, text }: BaseFile, env: Environment): Promise<readonly NamedRegistry[]> {
  const [{ default: ini }, { default: envReplace }] = await Promise.all([
    import('ini'),
    import('@npmcli/config/lib/env-replace.js'),
  ]);
  return Object.entries(ini.parse(text)).flatMap(([raw, value]) => {
    const key = envReplace(raw, { ...env });
    const scope = /^(@.+):registry$/.exec(key)?.[1];
    if (scope === undefined && key !== 'registry') return [];
    const url = typeof value === 'string' ? envReplace(value, { ...env }) : '';
    return [{ ...scoped(scope), url, path, ...lineWith(text, raw) }];
  });
}

/** Yarn 1: `registry "https://…"`, `"@scope:registry" "https://…"`. */
function yarnrc({ path, text }: BaseFile): readonly NamedRegistry[] {
  return text.split(/\r\n|[\r\n]/).flatMap((line, at) => {
    if (!/^\s*"?(?:@[^"]*:)?registry\b/.test(line)) return [];
    const found = /^\s*"?(?:(@[^:"\s]+):)?registry"?:?\s+"?([^"\s]+)"?\s*(?:#.*)?$/.exec(line);
    if (found === null) throw notUnderstood(path, at + 1);
    return [{ ...scoped(found[1]), url: found[2] ?? '', path, line: at + 1 }];
  });
}

/** Yarn 2 and later: `npmRegistryServer`, and the same below `npmScopes`, whose keys have no `@`. */
function yarnrcYml({ path, text }: BaseFile, env: Environment): readonly NamedRegistry[] {
  const { document, root } = yamlMap(text, path, 'failsafe');
  const server = (of: JsonObject, scope?: string) => {
    const value = of.get('npmRegistryServer');
    if (value === undefined) return [];
    const line = document.line(of.offsetOf('npmRegistryServer'));
    return [{ ...scoped(scope), url: inYarn(value, env), path, line }];
  };
  const scopes = mapOf(root.get('npmScopes'), path);
  return [...server(root), ...scopes.keys.flatMap((key) => server(mapOf(scopes.get(key), path), `@${key}`))];
}

/** pnpm: `registry`, and `registries` with `default` and scopes. */
function pnpmWorkspace({ path, text }: BaseFile, env: Environment): readonly NamedRegistry[] {
  const { document, root } = yamlMap(text, path, 'core');
  const listed = mapOf(root.get('registries'), path);
  const named = (of: JsonObject, key: string, scope?: string): NamedRegistry => ({
    ...scoped(scope),
    ...{ url: inYarn(of.get(key), env), path, line: document.line(of.offsetOf(key)) },
  });
  return [
    ...(root.has('registry') ? [named(root, 'registry')] : []),
    ...listed.keys.map((key) => named(listed, key, key === 'default' ? undefined : key)),
  ];
}

/** bun: `registry` of `[install]`, and `[install.scopes]`; each a URL, or a table with `url`. A scope may stand without its `@`. */
async function bunfig({ path, text }: BaseFile, env: Environment): Promise<readonly NamedRegistry[]> {
  const { parse } = await import('smol-toml');
  let root: unknown;
  try {
    root = parse(text);
  } catch (cause) {
    const line = typeof (cause as { line?: unknown }).line === 'number' ? (cause as { line: number }).line : undefined;
    const place = { path, ...(line === undefined ? {} : { line }) };
    throw new GateFailure('configuration-invalid', 'This is no TOML; mend the file.', place);
  }
  const install = tableOf(tableOf(root).install);
  if (install.scopes !== undefined && !isTable(install.scopes)) throw notUnderstood(path);
  const one = (value: unknown, key: string, scope?: string): NamedRegistry => {
    const url = typeof value === 'string' ? value : tableOf(value).url;
    return { ...scoped(scope), url: inBun(url, env), path, ...lineWith(text, key) };
  };
  return [
    ...(install.registry === undefined ? [] : [one(install.registry, 'registry')]),
    ...Object.entries(tableOf(install.scopes)).map(([key, value]) => one(value, key, `@${key.replace(/^@/, '')}`)),
  ];
}

const scoped = (scope: string | undefined) => (scope === undefined ? {} : { scope });

/** `${NAME}`, `${NAME:-instead}` and `${NAME-instead}`; what is not set and has nothing in its place is left, to be refused. */
function inYarn(value: JsonValue | undefined, env: Environment): string {
  if (typeof value !== 'string') return '';
  return value.replace(/\$\{([A-Za-z_]\w*)(?:(:?-)([^}]*))?\}/g, (whole, name: string, kind?: string, instead = '') => {
    const set = env[name];
    const counts = set !== undefined && !(kind === ':-' && set === '');
    return counts ? set : kind === undefined ? whole : String(instead);
  });
}

/** `$NAME` and `${NAME}`. */
function inBun(value: unknown, env: Environment): string {
  if (typeof value !== 'string') return '';
  return value.replace(/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g, (_, braced?: string, plain?: string) => {
    const name = braced ?? plain ?? '';
    return env[name] ?? `\${${name}}`;
  });
}

/** The one map that a file of settings is. A file without content is an empty one. */
function yamlMap(text: string, path: string, schema: YamlSchema): { document: JsonDocument; root: JsonObject } {
  const [document, more] = parseYamlDocuments(text, path, faults, schema);
  if (document === undefined || more !== undefined) throw notUnderstood(path);
  return { document, root: mapOf(document.value ?? undefined, path) };
}

/** Empty where there is nothing. */
function mapOf(value: JsonValue | undefined, path: string): JsonObject {
  if (value === undefined || value === null) return new JsonObject(0, [], [], []);
  if (value instanceof JsonObject) return value;
  throw notUnderstood(path);
}

/** What is not understood may name a registry. */
function notUnderstood(path: string, line?: number): GateFailure {
  return new GateFailure(
    'configuration-invalid',
    'What this says of registries is not understood; write it as its package manager documents it.',
    { path, ...(line === undefined ? {} : { line }) },
  );
}

const isTable = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

function tableOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** The line on which a key stands first, for messages. */
function lineWith(text: string, key: string): { line?: number } {
  const at = text.split(/\r\n|\r|\n/).findIndex((line) => {
    const before = line.split('=', 1)[0] ?? '';
    return before.trim().replaceAll(/["']/g, '') === key;
  });
  return at === -1 ? {} : { line: at + 1 };
}

/**
 * What the projects of one run say together: canonical addresses by scope, the default's under the empty text. What the root's
 * files name counts for every project that leaves it open; two addresses in one project contradict each other too, because
 * managers and their versions differ in which file counts. What another folder's name must be named alike by all: else a
 * pull request could add a lockfile beside some fixture's settings, and all of it would be judged by the fixture's registry.
 * In the same way a lockfile of npm must not make the root's `.npmrc` count for Yarn 2, which does not read it.
 * @param decided scopes (and the empty text) on which the operator has the last word, so that what files say does not matter
 * @param readsNpmrc whether a project, by its position, is installed by a manager that reads `.npmrc`
 * @throws GateFailure `configuration-invalid`; it never holds a value
 */
export function agreedRegistries(
  projects: readonly (readonly NamedRegistry[])[],
  decided: ReadonlySet<string>,
  readsNpmrc: (project: number) => boolean = () => true,
): ReadonlyMap<string, string> {
  const agreed = new Map<string, { readonly url: string; readonly by: NamedRegistry }>();
  for (const by of projects.flat()) {
    const { scope = '' } = by;
    if (decided.has(scope)) continue;
    const before = agreed.get(scope);
    const url = addressOf(by);
    if (before === undefined) agreed.set(scope, { url, by });
    else if (before.url !== url) throw contradiction(scope, before.by, by);
    const open = [...projects.keys()].filter((at) => projects[at]?.every((each) => (each.scope ?? '') !== scope));
    const isStranger = (at: number) => by.path.includes('/') || (nameOf(by) === '.npmrc' && !readsNpmrc(at));
    if (open.some(isStranger)) throw contradiction(scope, undefined, by);
  }
  return new Map([...agreed].map(([scope, { url }]) => [scope, url]));
}

function addressOf(named: NamedRegistry): string {
  const { url, path, line } = named;
  const read = url.includes('${')
    ? ({ fault: 'an environment variable that is not set' } as const)
    : canonicalRegistry(url);
  if ('url' in read) return read.url;
  throw new GateFailure(
    'configuration-invalid',
    `The registry${named.scope === undefined ? '' : ` of ${quoted(named.scope, 100)}`} has ${article(read.fault)}; set it to the registry's https URL.`,
    { path, ...(line === undefined ? {} : { line }) },
  );
}

/** @param one undefined: another project of the change names none */
function contradiction(scope: string, one: NamedRegistry | undefined, other: NamedRegistry): GateFailure {
  const what = scope === '' ? 'the default registry' : `the registry of ${quoted(scope, 100)}`;
  const at = one?.line === undefined ? '' : `, line ${one.line}`;
  const { path, line } = other;
  const differ =
    one === undefined
      ? `This file names ${what}, and beside another lockfile of the same change nothing does`
      : `This file and ${quoted(one.path, 200)}${at} name different addresses for ${what}, and one change asks for both`;
  return new GateFailure(
    'configuration-invalid',
    `${differ}; name the one to trust under \`registries\` of the policy, leave one of them out by \`lockfiles.exclude\`, or change them apart.`,
    { path, ...(line === undefined ? {} : { line }) },
  );
}
