import { GateFailure } from '../errors.ts';
import { readFlags } from './flags.ts';
import { judgeSubject } from './judge-subject.ts';
import { openChange } from './subject.ts';

/** `lockgate check`: what a change would pull in. @returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, 'check');
  if (flags.positionals.length > 0) {
    throw new GateFailure(
      'usage',
      `check takes no arguments: ${JSON.stringify(flags.positionals[0])}; use --base and --head`,
    );
  }
  if (flags.history !== undefined) {
    return (await import('./history.ts')).runHistory({ ...flags, history: flags.history });
  }
  const second = (
    [
      ['policy', flags.comparePolicy],
      ['preset', flags.comparePreset],
    ] as const
  ).find(([, value]) => value !== undefined);
  if (second !== undefined) {
    throw new GateFailure(
      'usage',
      `--compare-${second[0]} only takes effect with --history N: it judges the same changes by a second policy`,
    );
  }
  if (flags.branch !== undefined) {
    throw new GateFailure('usage', '--branch only takes effect with --history: name the states with --base and --head');
  }
  return judgeSubject(await openChange(flags), flags);
}
