import { GateFailure } from '../errors.ts';
import { runGate } from '../run/pipeline.ts';
import { trustDigest } from '../run/recorded-trust.ts';
import { reportOf } from '../run/report-of.ts';
import { operatorPolicy } from './extended-policy.ts';
import { readFlags } from './flags.ts';
import { shownPath, writeReport } from './output.ts';
import { readEvidence } from './request.ts';

/**
 * `lockgate replay`: recorded evidence, judged again with whom it trusts, which it says. It never admits anything.
 * @returns the exit status.
 */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, 'replay');
  const [path, ...more] = flags.positionals;
  if (path === undefined || more.length > 0) {
    throw new GateFailure('usage', 'replay takes one evidence file: lockgate replay EVIDENCE [--policy FILE]');
  }
  const evidence = await readEvidence(path);
  const run = await runGate({
    replay: evidence,
    ...(flags.policy === undefined ? {} : { policy: await operatorPolicy(flags.policy, flags) }),
    ...(flags.preset === undefined ? {} : { preset: flags.preset }),
    ...(flags.now === undefined ? {} : { now: flags.now }),
    ...(flags.verbose ? { onDefect: (cause: unknown) => console.error(cause) } : {}),
  });
  return writeReport(reportOf(run), flags, { path: shownPath(path), at: run.now, trust: trustDigest(evidence) });
}
