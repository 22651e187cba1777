import { GateFailure } from '../../errors.ts';
import type { TextFaults } from '../../text/decode.ts';
import type { Environment, NamedRegistry, Read } from '../named-registry.ts';
import { notUnderstood, scoped } from '../named-registry.ts';
import type { NamedCredential } from '../named-credential.ts';
import { credentialOf } from '../named-credential.ts';
import type { SettingEntry } from '../setting-entry.ts';

type Table = Readonly<Record<string, unknown>>;

export interface Bunfig {
  readonly root: Table;
  readonly text: string;
}

/** @throws GateFailure with the code that `faults` names */
export async function readBunfig(text: string, path: string, faults: TextFaults): Promise<Bunfig> {
  const { parse } = await import('smol-toml');
  try {
    return { root: parse(text), text };
  } catch (cause) {
    const { line } = cause as { readonly line?: unknown };
    const place = { path, ...(typeof line === 'number' && { line }) };
    throw new GateFailure(faults.syntax, `This is not TOML; ${faults.fix}.`, place);
  }
}

/** `registry` of `[install]`, and `[install.scopes]`; each a URL, or a table with `url`. A scope may stand without its `@`. */
export function bunfigRegistries(
  { path, value: { root, text } }: Read<Bunfig>,
  env: Environment,
): readonly NamedRegistry[] {
  const install = tableOf(root.install);
  if (install.scopes !== undefined && !isTable(install.scopes)) throw notUnderstood(path);
  const lineOf = linesIn(text);
  const one = (value: unknown, key: readonly string[], scope?: string): NamedRegistry => {
    const url = typeof value === 'string' ? value : tableOf(value).url;
    return { ...scoped(scope), url: withVariables(url, env), path, line: lineOf(key) };
  };
  return [
    ...(install.registry === undefined ? [] : [one(install.registry, ['install', 'registry'])]),
    ...Object.entries(tableOf(install.scopes)).map(([key, value]) =>
      one(value, ['install', 'scopes', key], `@${key.replace(/^@/, '')}`),
    ),
  ];
}

/** `token`, or `username` and `password`, of `registry` and of `[install.scopes]`, where each is a table. */
export function bunfigCredentials({ value: { root } }: Read<Bunfig>, env: Environment): readonly NamedCredential[] {
  const { registry, scopes } = tableOf(root.install);
  const text = (value: unknown) => (typeof value === 'string' ? withVariables(value, env) : undefined);
  const server = text(registry) ?? text(tableOf(registry).url);
  return [...Object.values(tableOf(scopes)), registry].flatMap((one) => {
    const { url, token, username, password } = tableOf(one);
    const ident = typeof username === 'string' && typeof password === 'string' ? `${username}:${password}` : undefined;
    return credentialOf(text(url) ?? server, text(token), text(ident));
  });
}

/** `$NAME` and `${NAME}`; an unset variable is left as it is, to be refused later. */
function withVariables(value: unknown, env: Environment): string {
  if (typeof value !== 'string') return '';
  return value.replace(/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g, (_, braced?: string, plain?: string) => {
    const name = braced ?? plain ?? '';
    return env[name] ?? `\${${name}}`;
  });
}

const isTable = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

function tableOf(value: unknown): Table {
  return typeof value === 'object' && value !== null ? (value as Table) : {};
}

/** The most settings that are told apart; real files have a dozen. */
const MAX_ENTRIES = 500;

/**
 * Every value by its path. Undefined if a key is not in the text as it is read, because it has an escape, and for more
 * settings than any file has.
 */
export function bunfigEntries({ root, text }: Bunfig): readonly SettingEntry[] | undefined {
  const paths = pathsIn(root, []);
  if (paths.length > MAX_ENTRIES || !paths.every(({ path }) => path.every((key) => text.includes(key)))) {
    return undefined;
  }
  const lineOf = linesIn(text);
  return paths.map(({ path, value }) => ({ key: path.join('.'), value: JSON.stringify(value), line: lineOf(path) }));
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** The paths of all values that are not tables, and of empty tables. The parser bounds the depth. */
function pathsIn(table: Table, above: readonly string[]): readonly Leaf[] {
  return Object.entries(table).flatMap(([key, value]): readonly Leaf[] => {
    const path = [...above, key];
    const isBranch = isTable(value) && !(value instanceof Date) && Object.keys(value as Table).length > 0;
    return isBranch ? pathsIn(value as Table, path) : [{ path, value }];
  });
}

/** The line on which a key probably stands, for messages: the parser does not say. */
function linesIn(text: string): (path: readonly string[]) => number {
  return (path) => {
    const at = path.reduce((from, key) => Math.max(from, text.indexOf(key, from)), 0);
    return text.slice(0, at).split('\n').length;
  };
}
