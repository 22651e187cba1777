import { objectOf } from '../object-of.ts';
import type { ManagerLimits } from '../own-limits.ts';
import { byDefault, limitReader, noSetting, unknownLimits, waitingCell } from '../own-limits.ts';
import type { ProjectFiles } from '../settings-file.ts';
import { amountOf } from '../tightening.ts';

/** Deno's own limits, by its documentation of November 2026: it waits on request, and runs scripts where a list or flag says so. */
export async function denoLimits(files: ProjectFiles): Promise<ManagerLimits> {
  const read = await limitReader('deno', ['deno.json', 'deno.jsonc'], [files]);
  if (read === undefined) return unknownLimits;
  const said = read.value({ 'deno.json': 'minimumDependencyAge', 'deno.jsonc': 'minimumDependencyAge' });
  const parts = objectOf(said);
  const age = parts.keys.length > 0 ? parts.get('age') : said;
  return {
    waiting: waitingCell(
      age,
      (minutes) => {
        const count = amountOf(minutes);
        return count === undefined ? undefined : count / 60;
      },
      parts.get('exclude'),
      byDefault(0),
    ),
    scripts: { says: 'listed only (default)' },
    ...{ sources: noSetting, trust: noSetting, file: 'deno.json' },
    waitLines: (hours) => [`"minimumDependencyAge": ${hours * 60}`],
  };
}
