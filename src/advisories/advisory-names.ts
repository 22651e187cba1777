/** Which ids are names of one thing: one record's alias is another record's id, over any number of steps. */

export interface Named {
  /** What it is called here: `MAL-...`, else `GHSA-...`, else the first in code-unit order. */
  readonly id: string;
  /** Its other names, ascending. */
  readonly aliases: readonly string[];
}

interface Entry {
  readonly id: string;
  readonly aliases?: readonly string[] | undefined;
}

/** The name for what an id identifies. It does not depend on the order of the records. */
export function namesOf(records: readonly Entry[]): (id: string) => Named {
  const groups = new Map<string, Set<string>>();
  for (const { id, aliases = [] } of records) {
    const joined = new Set([id, ...aliases]);
    for (const one of [id, ...aliases]) for (const other of groups.get(one) ?? []) joined.add(other);
    for (const one of joined) groups.set(one, joined);
  }
  return (id) => {
    const [first = id, ...aliases] = [...(groups.get(id) ?? [])].sort(byFame);
    return { id: first, aliases: aliases.sort() };
  };
}

const prefixes = ['MAL-', 'GHSA-'];
const fameOf = (id: string) => {
  const at = prefixes.findIndex((prefix) => id.startsWith(prefix));
  return at === -1 ? prefixes.length : at;
};
const byFame = (a: string, b: string) => fameOf(a) - fameOf(b) || (a < b ? -1 : 1);
