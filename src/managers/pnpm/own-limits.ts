import type { ManagerLimits } from '../own-limits.ts';
import { byDefault, limitReader, since, switched, unknownLimits, waitingCell } from '../own-limits.ts';
import type { ProjectFiles } from '../settings-file.ts';
import { amountOf } from '../tightening.ts';

/**
 * pnpm's own limits, by its settings page of November 2026: pnpm 10 runs listed scripts only; pnpm 11 waits a day and keeps
 * dependencies from taking packages from git and addresses.
 */
export async function pnpmLimits(files: ProjectFiles): Promise<ManagerLimits> {
  const read = await limitReader('pnpm', ['pnpm-workspace.yaml', '.npmrc', 'package.json'], [files]);
  if (read === undefined) return unknownLimits;
  const { version } = read;
  // pnpm 11 takes no such settings from an `.npmrc` or a `package.json` any more.
  const isOld = since(version, 11, true, false, true);
  const value = (key: string) =>
    read.value({
      'pnpm-workspace.yaml': key,
      ...(isOld && {
        '.npmrc': key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        'package.json': `pnpm.${key}`,
      }),
    });
  const scripts = switched(
    value('ignoreScripts') === true ? true : value('dangerouslyAllowAllBuilds') === true ? false : undefined,
    { true: { says: 'none run' }, false: { says: 'all run', fix: 'dangerouslyAllowAllBuilds: false' } },
    value('onlyBuiltDependencies') !== undefined || value('allowBuilds') !== undefined
      ? { says: 'listed only' }
      : since(
          version,
          10,
          { says: 'all run (default)' },
          { says: 'listed only (default)' },
          { says: 'all run before pnpm 10' },
        ),
  );
  return {
    waiting: waitingCell(
      value('minimumReleaseAge'),
      (minutes) => inHours(amountOf(minutes)),
      value('minimumReleaseAgeExclude'),
      since(version, 11, byDefault(0), byDefault(24), { hours: undefined, says: 'none before pnpm 11, then 1 day' }),
    ),
    scripts,
    sources: switched(
      value('blockExoticSubdeps'),
      { true: { says: 'direct ones taken' }, false: { says: 'all taken', fix: 'blockExoticSubdeps: true' } },
      since(
        version,
        11,
        { says: 'all taken (default)' },
        { says: 'direct ones taken (default)' },
        { says: 'all taken before pnpm 11' },
      ),
    ),
    trust: switched(
      value('trustPolicy'),
      { off: { says: 'off', fix: 'trustPolicy: no-downgrade' }, 'no-downgrade': { says: 'no downgrade' } },
      { says: 'off (default)', fix: 'trustPolicy: no-downgrade' },
    ),
    file: 'pnpm-workspace.yaml',
    waitLines: (hours) => [`minimumReleaseAge: ${hours * 60}`],
  };
}

const inHours = (minutes: number | undefined) => (minutes === undefined ? undefined : minutes / 60);
