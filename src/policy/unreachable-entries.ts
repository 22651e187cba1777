import { splitSelector } from '../model/options.ts';
import { compileGlob } from '../text/glob.ts';

/** Whether one selector matches everything that another one matches; true only if that is certain. */
export function coversAll(wide: string, narrow: string): boolean {
  const [theirs, mine] = [splitSelector(wide), splitSelector(narrow)];
  const sameVersions = theirs.range === undefined || theirs.range === mine.range;
  return (
    sameVersions && (mine.name === theirs.name || (!hasWildcard(mine.name) && compileGlob(theirs.name)(mine.name)))
  );
}

const hasWildcard = (name: string) => /[*?]/.test(name);

/**
 * The selectors of a list that another one makes redundant, with that other one; of two that mean the same, the
 * later one. Compares each with those of its own name and with those that have wildcards, of which there are few.
 */
export function redundantSelectors(
  selectors: readonly string[],
): readonly { readonly index: number; readonly by: number }[] {
  const byName = new Map<string, number[]>();
  const wild: number[] = [];
  selectors.forEach((text, index) => {
    const { name } = splitSelector(text);
    if (hasWildcard(name)) wild.push(index);
    byName.set(name, [...(byName.get(name) ?? []), index]);
  });
  return selectors.flatMap((text, index) => {
    const near = [...(byName.get(splitSelector(text).name) ?? []), ...wild];
    const by = near.find((other) => {
      const wide = selectors[other] ?? '';
      return other !== index && coversAll(wide, text) && (other < index || !coversAll(text, wide));
    });
    return by === undefined ? [] : [{ index, by }];
  });
}

type Conditions = Readonly<
  Partial<Record<'paths' | 'workspaces' | 'dependencyTypes' | 'packages', readonly string[] | undefined>>
>;

/** Whether an earlier entry of `apply` matches everything that a later one matches; true only if that is certain. */
export function matchesAll(earlier: Conditions, later: Conditions): boolean {
  return (['paths', 'workspaces', 'dependencyTypes', 'packages'] as const).every((key) => {
    const [wide, narrow] = [earlier[key], later[key]];
    return wide === undefined || narrow?.every((one) => wide.includes(one)) === true;
  });
}
