/** What versions have in common that one caret range admits: `2`, `0.3`, `0.0.4` (semver 2.0.0 and npm's `^`). */
export function caretClass(version: string): string {
  const [major = '', minor = '', patch = ''] = version.split(/[.+-]/, 3);
  if (major !== '0') return major;
  return minor === '0' ? `0.0.${patch}` : `0.${minor}`;
}
