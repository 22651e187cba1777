import type { Finding } from '../model/index.ts';
import { limits, quoted } from '../text/visible.ts';

/** How a finding that stands for several packages names them. */

/** Package versions that are named; the changes of the report have all. */
const named = 5;

/** `name@version` of each package version that findings are about, each once, in the order of the findings. */
export const packagesOf = (findings: readonly Pick<Finding, 'name' | 'version'>[]): readonly string[] => [
  ...new Set(findings.map(({ name, version }) => `${name ?? ''}@${version ?? ''}`)),
];

/** `12 package versions (`a@1.0.0`, `b@1.0.0` and 10 more)`; one alone by its name. */
export function packagesWords(packages: readonly string[]): string {
  const shown = packages.slice(0, named).map((each) => quoted(each, limits.name));
  const others = packages.length - shown.length;
  if (packages.length === 1) return shown.join('');
  return `${packages.length} package versions (${shown.join(', ')}${others > 0 ? ` and ${others} more` : ''})`;
}
