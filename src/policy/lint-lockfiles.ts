import { knownLockfileNames, lockfileName } from '../managers/index.ts';
import { compileGlob } from '../text/glob.ts';
import { quoted } from '../text/visible.ts';
import type { EffectivePolicy } from './effective-policy.ts';
import type { Warning } from './lint-warning.ts';

/** Patterns under `lockfiles.include` that gate nothing. */
export function emptyIncludes({ lockfiles }: EffectivePolicy): readonly Warning[] {
  return lockfiles.include.flatMap((pattern, index): readonly Warning[] => {
    const why = lockfiles.exclude.includes(pattern)
      ? 'is both included and excluded; the exclusion wins'
      : matchesNoLockfile(pattern)
        ? `matches no lockfile, whatever the repository has; end it with \`**\` or with the name of one, such as \`package-lock.json\``
        : undefined;
    const at = ['lockfiles', 'include', index];
    return why === undefined ? [] : [{ grade: 'advice', message: `${quoted(pattern)} ${why}`, at }];
  });
}

/** Whether no name of a lockfile can be the last segment, or the path is that of an installed package. */
function matchesNoLockfile(pattern: string): boolean {
  const segments = pattern.split('/');
  if (segments.includes('node_modules')) return true;
  const last = segments.at(-1) ?? '';
  if (last.includes('**')) return false;
  const matches = compileGlob(last);
  // Names of which there is only a pattern, such as `pnpm-lock.BRANCH.yaml`.
  const example = last.replace(/[*?]/gu, 'x');
  return !knownLockfileNames.some((name) => matches(name)) && lockfileName(example) === undefined;
}
