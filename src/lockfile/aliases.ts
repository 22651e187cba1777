import type { LockedPackage } from '../model/index.ts';

/** Every name other than its own that a package is installed under. */
export function aliasesOf({ alias, moreAliases = [] }: LockedPackage): readonly string[] {
  return alias === undefined ? moreAliases : [alias, ...moreAliases];
}

/** The members of an entry that stands for all of these names. */
export function aliased(name: string, names: Iterable<string>): Pick<LockedPackage, 'alias' | 'moreAliases'> {
  const [alias, ...moreAliases] = new Set([...names].filter((each) => each !== name));
  return { ...(alias !== undefined && { alias }), ...(moreAliases.length > 0 && { moreAliases }) };
}
