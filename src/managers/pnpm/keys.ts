/** How a pnpm lockfile spells its keys: `/name/1.0.0_peers`, `/name@1.0.0(peers)`, or `name@1.0.0(peers)`. */
export type KeyStyle = 'slash' | 'slash-at' | 'at';

export interface KeyParts {
  readonly name: string;
  /** An exact version if it is from a registry, else the address; without the suffix for peers. */
  readonly version: string;
  /** The host, which versions before 9 write before a package that is not from the default registry. */
  readonly host?: string;
}

/** The key without its `(peers)` suffix: the key in `packages` for one in `snapshots`. */
export function withoutPeers(key: string): string {
  let end = key.length;
  let depth = 0;
  for (let at = key.length - 1; at >= 0; at--) {
    const character = key[at];
    if (character === ')') depth++;
    else if (character === '(') {
      if (--depth < 0) break;
      if (depth === 0) end = at;
    } else if (depth === 0) break;
  }
  return key.slice(0, end);
}

/** Parses a key (pnpm, `dependency-path`, `parse`). Undefined if it has no name. */
export function readPnpmKey(key: string, style: KeyStyle): KeyParts | undefined {
  if (style === 'at') return split(withoutPeers(key), '@');
  const slash = key.indexOf('/');
  if (slash < 0) return undefined;
  const rest = withoutPeers(key.slice(slash + 1));
  const parts = split(rest, style === 'slash' ? '/' : '@');
  if (parts === undefined) return undefined;
  const version = style === 'slash' ? (/^[^_]*/.exec(parts.version)?.[0] ?? '') : parts.version;
  return { name: parts.name, version, ...(slash > 0 && { host: key.slice(0, slash) }) };
}

/** Splits at the mark after the name; a scope may hold the same mark. */
function split(text: string, mark: '/' | '@'): KeyParts | undefined {
  const from = text.startsWith('@') ? text.indexOf('/') + 1 : 0;
  const at = text.indexOf(mark, from);
  if (at < 1 || at === text.length - 1) return undefined;
  return { name: text.slice(0, at), version: text.slice(at + 1) };
}

/** The keys that a reference in a dependency map may mean: the reference alone, and with its dependency's name. */
export function keysOf(name: string, reference: string, style: KeyStyle): readonly [string, string] {
  if (style === 'at') return [reference, `${name}@${reference}`];
  return [reference, style === 'slash' ? `/${name}/${reference}` : `/${name}@${reference}`];
}
