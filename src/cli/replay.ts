import { GateFailure } from '../errors.ts';
import { replay } from '../run/stages.ts';
import { readFlags } from './flags.ts';
import { readEvidence, readPolicyFlag } from './judge-snapshots.ts';
import { writeReport } from './output.ts';

/** `lockgate replay`: recorded evidence, judged again. @returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, 'replay');
  const [path, ...more] = flags.positionals;
  if (path === undefined || more.length > 0) {
    throw new GateFailure('usage', 'replay takes one evidence file: lockgate replay EVIDENCE [--policy FILE]');
  }
  const evidence = await readEvidence(path);
  const own = flags.policy === undefined ? undefined : await readPolicyFlag(flags.policy);
  return writeReport(await replay(evidence, own, flags.preset, flags.now), flags);
}
