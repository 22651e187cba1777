import { amountOf } from '../tightening.ts';
import type { ManagerLimits } from '../own-limits.ts';
import { byDefault, limitReader, noSetting, since, switched, unknownLimits, waitingCell } from '../own-limits.ts';
import type { ProjectFiles } from '../settings-file.ts';

/** npm's own limits, by its configuration page of November 2026: npm 12 runs listed scripts only and takes nothing from git. */
export async function npmLimits(files: ProjectFiles): Promise<ManagerLimits> {
  const read = await limitReader('npm', ['.npmrc'], [files]);
  if (read === undefined) return unknownLimits;
  const value = (key: string) => read.value({ '.npmrc': key });
  const { version } = read;
  const waiting = waitingCell(
    value('min-release-age'),
    (days) => scaled(amountOf(days), 24),
    value('min-release-age-exclude'),
    value('before') === undefined ? byDefault(0) : { hours: undefined, says: 'a fixed date (before)' },
  );
  const scripts = switched(
    value('ignore-scripts') === true ? true : value('dangerously-allow-all-scripts') === true ? false : undefined,
    { true: { says: 'none run' }, false: { says: 'all run', fix: 'dangerously-allow-all-scripts=false' } },
    since(
      version,
      12,
      { says: 'all run (default)' },
      { says: 'listed only (default)' },
      { says: 'all run before npm 12' },
    ),
  );
  const sources = switched(
    value('allow-git'),
    {
      all: { says: 'all taken', fix: 'allow-git=none' },
      root: { says: 'direct ones taken' },
      none: { says: 'none taken' },
    },
    since(
      version,
      12,
      { says: 'all taken (default)' },
      { says: 'none taken (default)' },
      { says: 'all taken before npm 12' },
    ),
  );
  return {
    ...{ waiting, scripts, sources, trust: noSetting, file: '.npmrc' },
    waitLines: (hours) => [`min-release-age=${Math.ceil(hours / 24)}`],
  };
}

const scaled = (count: number | undefined, by: number) => (count === undefined ? undefined : count * by);
