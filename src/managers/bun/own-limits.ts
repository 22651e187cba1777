import type { ManagerLimits } from '../own-limits.ts';
import { byDefault, limitReader, noSetting, switched, unknownLimits, waitingCell } from '../own-limits.ts';
import type { ProjectFiles } from '../settings-file.ts';
import { amountOf } from '../tightening.ts';

/** bun's own limits, by its documentation of November 2026: it waits on request, in seconds, and runs listed scripts only. */
export async function bunLimits(files: ProjectFiles): Promise<ManagerLimits> {
  const read = await limitReader('bun', ['bunfig.toml'], [files]);
  if (read === undefined) return unknownLimits;
  const value = (key: string) => read.value({ 'bunfig.toml': `install.${key}` });
  return {
    waiting: waitingCell(
      value('minimumReleaseAge'),
      (seconds) => {
        const count = amountOf(seconds);
        return count === undefined ? undefined : count / 3_600;
      },
      value('minimumReleaseAgeExcludes'),
      byDefault(0),
    ),
    scripts: switched(value('ignoreScripts'), { true: { says: 'none run' } }, { says: 'listed only (default)' }),
    ...{ sources: noSetting, trust: noSetting, file: 'bunfig.toml' },
    waitLines: (hours) => ['[install]', `minimumReleaseAge = ${hours * 3_600}`],
  };
}
