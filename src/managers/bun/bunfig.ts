import { GateFailure } from '../../errors.ts';
import type { TextFaults } from '../../text/decode.ts';
import type { Environment, NamedRegistry, Read } from '../named-registry.ts';
import { notUnderstood, scoped } from '../named-registry.ts';
import type { Setting } from '../setting.ts';

type Table = Readonly<Record<string, unknown>>;

export interface Bunfig {
  readonly root: Table;
  /** The keys as written, each after the name of its table, without quotes and blanks. */
  readonly entries: readonly BunfigEntry[];
}
export interface BunfigEntry {
  readonly key: string;
  /** As written; continuation lines belong to the key above them. */
  readonly value: string;
  /** 1-based. */
  readonly line: number;
}

/** @throws GateFailure with the code that `faults` names */
export async function readBunfig(text: string, path: string, faults: TextFaults): Promise<Bunfig> {
  const { parse } = await import('smol-toml');
  try {
    return { root: parse(text), entries: entriesOf(text) };
  } catch (cause) {
    const { line } = cause as { readonly line?: unknown };
    const place = { path, ...(typeof line === 'number' && { line }) };
    throw new GateFailure(faults.syntax, `This is not TOML; ${faults.fix}.`, place);
  }
}

function entriesOf(text: string): readonly BunfigEntry[] {
  const entries: BunfigEntry[] = [];
  let table = '';
  for (const [at, raw] of text.split(/\r\n|[\r\n]/).entries()) {
    const content = raw.trim();
    if (content === '' || content.startsWith('#')) continue;
    const header = /^\[\[?\s*([^\]]*?)\s*\]/.exec(content)?.[1];
    if (header !== undefined) {
      table = bare(header);
      continue;
    }
    const sign = content.indexOf('=');
    const last = entries.at(-1);
    if (sign >= 0) {
      const name = [table, bare(content.slice(0, sign))].filter((part) => part !== '').join('.');
      entries.push({ key: name, value: content.slice(sign + 1).trimStart(), line: at + 1 });
    } else if (last !== undefined) {
      entries[entries.length - 1] = { ...last, value: `${last.value}\n${content}` };
    }
  }
  return entries;
}

const bare = (key: string): string => key.replaceAll(/["'\s]/g, '');

/** `registry` of `[install]`, and `[install.scopes]`; each a URL, or a table with `url`. A scope may stand without its `@`. */
export function bunfigRegistries(
  { path, value: { root, entries } }: Read<Bunfig>,
  env: Environment,
): readonly NamedRegistry[] {
  const install = tableOf(root.install);
  if (install.scopes !== undefined && !isTable(install.scopes)) throw notUnderstood(path);
  const one = (value: unknown, key: string, scope?: string): NamedRegistry => {
    const url = typeof value === 'string' ? value : tableOf(value).url;
    const line = entries.find((entry) => entry.key === key)?.line;
    return { ...scoped(scope), url: withVariables(url, env), path, ...(line !== undefined && { line }) };
  };
  return [
    ...(install.registry === undefined ? [] : [one(install.registry, 'install.registry')]),
    ...Object.entries(tableOf(install.scopes)).map(([key, value]) =>
      one(value, `install.scopes.${bare(key)}`, `@${key.replace(/^@/, '')}`),
    ),
  ];
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

const watched = /^(?:install|run)(?:\.|$)|^preload$|registry/;

/** Every key of `[install]` and the tables below it, also as dotted keys. Undefined if TOML has a key that no line shows. */
export function bunfigSettings({ root, entries }: Bunfig): readonly Setting[] | undefined {
  const written = new Set(entries.map(({ key }) => key));
  const isShown = (path: string): boolean => {
    for (let at = path.length; at > 0; at = path.lastIndexOf('.', at - 1)) {
      if (written.has(path.slice(0, at))) return true;
    }
    return entries.some(({ key }) => key.startsWith(`${path}.`));
  };
  if (pathsIn(root, '').some((path) => watched.test(path) && !isShown(path))) return undefined;
  return entries.flatMap(({ key, value, line }) => (watched.test(key) ? [{ affects: 'gate', key, value, line }] : []));
}

/** The paths of all values that are not tables. The parser bounds the depth. */
function pathsIn(table: Table, above: string): readonly string[] {
  return Object.entries(table).flatMap(([key, value]) => {
    const path = above === '' ? bare(key) : `${above}.${bare(key)}`;
    return isTable(value) && !(value instanceof Date) ? pathsIn(value as Table, path) : [path];
  });
}
