import { GateFailure } from '../errors.ts';
import { readFlags } from './flags.ts';
import { judgeSubject } from './judge-subject.ts';
import { openState } from './subject.ts';

/** `lockgate audit`: everything that is locked. @returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, 'audit');
  if (flags.positionals.length > 0) {
    throw new GateFailure(
      'usage',
      `audit takes no arguments: ${JSON.stringify(flags.positionals[0])}; use --rev or --dir`,
    );
  }
  return judgeSubject(await openState(flags), flags);
}
