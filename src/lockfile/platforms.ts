/**
 * Whether an entry is installable somewhere where it was not before, by its `os`, `cpu` or `libc`: a list of names, one
 * name, or names that are excepted (`!win32`). Nothing said is everywhere.
 */
export function widensPlatforms(before: unknown, after: unknown): boolean {
  if (before === undefined) return false;
  if (after === undefined) return true;
  const [from, to] = [namesOf(before), namesOf(after)];
  if (from === undefined || to === undefined) return true;
  // One name that neither says stands for all the others.
  const platforms = new Set([...from, ...to].map((name) => name.replace(/^!/, '')).concat('?'));
  return [...platforms].some((platform) => admits(to, platform) && !admits(from, platform));
}

function namesOf(value: unknown): readonly string[] | undefined {
  const names: unknown = typeof value === 'string' ? [value] : value;
  return Array.isArray(names) && names.every((name): name is string => typeof name === 'string') ? names : undefined;
}

/** As npm-install-checks has it: an exception refuses, a name admits, and exceptions alone admit the rest. */
function admits(names: readonly string[], platform: string): boolean {
  if (names.includes(`!${platform}`)) return false;
  if (names.includes('any') && names.length === 1) return true;
  return names.includes(platform) || names.every((name) => name.startsWith('!'));
}
