import type { LimitCell, ManagerLimits } from '../own-limits.ts';
import { byDefault, limitReader, noSetting, since, switched, unknownLimits, waitingCell } from '../own-limits.ts';
import type { ProjectFiles } from '../settings-file.ts';
import { amountOf, listOf } from '../tightening.ts';

/**
 * Yarn's own limits, by its settings page of November 2026: Yarn 4.14 runs no install scripts and takes nothing from git by
 * itself; 4.15 waits a day.
 */
export async function berryLimits(files: ProjectFiles): Promise<ManagerLimits> {
  const read = await limitReader('yarn', ['.yarnrc.yml'], [files, ...files.above()]);
  if (read === undefined) return unknownLimits;
  const { version } = read;
  const value = (key: string) => read.value({ '.yarnrc.yml': key });
  const repositories = value('approvedGitRepositories');
  const isOpen = listOf(repositories)?.some((each) => each === '**' || each === '*') === true;
  const sources: LimitCell =
    repositories === undefined
      ? since(
          version,
          4.14,
          { says: 'all taken (default)' },
          { says: 'none taken (default)' },
          { says: 'all taken before Yarn 4.14' },
        )
      : isOpen
        ? { says: 'all taken', fix: 'approvedGitRepositories: []' }
        : { says: 'listed only' };
  return {
    waiting: waitingCell(
      value('npmMinimalAgeGate'),
      (age) => inHours(amountOf(age)),
      value('npmPreapprovedPackages'),
      since(version, 4.15, byDefault(0), byDefault(24), {
        hours: undefined,
        says: 'none before Yarn 4.15, then 1 day',
      }),
    ),
    scripts: switched(
      value('enableScripts'),
      { true: { says: 'all run', fix: 'enableScripts: false' }, false: { says: 'listed only' } },
      since(
        version,
        4.14,
        { says: 'all run (default)' },
        { says: 'listed only (default)' },
        { says: 'all run before Yarn 4.14' },
      ),
    ),
    sources,
    trust: switched(
      value('enableHardenedMode'),
      { true: { says: 'hardened' }, false: { says: 'off', fix: 'enableHardenedMode: true' } },
      { says: 'hardened in public pull requests (default)' },
    ),
    file: '.yarnrc.yml',
    waitLines: (hours) => [`npmMinimalAgeGate: ${hours * 60}`],
  };
}

/** Yarn 1 has one such setting. */
export async function classicLimits(files: ProjectFiles): Promise<ManagerLimits> {
  const read = await limitReader('yarn', ['.yarnrc', '.npmrc'], [files]);
  if (read === undefined) return unknownLimits;
  const ignores = read.value({ '.yarnrc': 'ignore-scripts', '.npmrc': 'ignore-scripts' });
  return {
    waiting: { ...noSetting, hours: 0 },
    scripts: switched(
      ignores,
      { true: { says: 'none run' }, false: { says: 'all run' } },
      { says: 'all run (default)' },
    ),
    ...{ sources: noSetting, trust: noSetting, file: undefined },
    waitLines: () => [],
  };
}

const inHours = (minutes: number | undefined) => (minutes === undefined ? undefined : minutes / 60);
