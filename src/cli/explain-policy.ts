import { resolve } from 'node:path';

import { GateFailure } from '../errors.ts';
import { explainPackagePolicy } from '../run/explain-policy.ts';
import type { GateRequest } from '../run/pipeline.ts';
import { jsonText } from '../report/formats/json.ts';
import { policyExplanationText } from '../report/formats/policy-explanation.ts';
import { errorLine } from '../report/view/words.ts';
import { openSnapshot } from './audit.ts';
import { openSnapshots } from './check.ts';
import { wantedOf } from './explain.ts';
import { extendedReader } from './extended-policy.ts';
import type { Flags } from './flags.ts';
import { readEvidence, readPolicyFlag } from './judge-snapshots.ts';
import { textStyle, writeText } from './output.ts';
import { givenTrust } from './trust-flags.ts';

/**
 * `lockgate policy explain PACKAGE[@VERSION]`: what the policy makes of one package, of all that is locked as `audit`
 * reads it, or with the flags of `check` of what changes.
 * @returns the exit status: 0 whatever the policy says of it, 2 where it cannot be told.
 */
export async function run(flags: Flags): Promise<number> {
  const wanted = wantedOf(flags.positionals, 'policy explain');
  if (flags.format === 'markdown' || flags.format === 'sarif') {
    throw new GateFailure('usage', `policy explain writes text or json; not ${flags.format}.`);
  }
  const recorded = flags.evidence === undefined ? undefined : await readEvidence(flags.evidence);
  const trust = await givenTrust(flags);
  const readExtended = extendedReader(flags);
  const policy = flags.policy === undefined ? {} : { policy: await readPolicyFlag(flags.policy) };
  const asked = await openAsked(flags);
  try {
    const explanation = await explainPackagePolicy(
      {
        ...asked,
        policyPath: '.github/dependency-policy.yml',
        ...policy,
        ...(flags.preset === undefined ? {} : { preset: flags.preset }),
        ...(readExtended && { readExtended }),
        ...(flags.registry === undefined ? {} : { registry: flags.registry }),
        trust,
        ...(recorded === undefined ? {} : { recorded }),
        now: flags.now ?? recorded?.evaluatedAt ?? new Date().toISOString(),
        offline: flags.offline || recorded !== undefined,
        env: process.env,
        workTree: resolve(flags.headDir ?? flags.dir ?? flags.repo ?? '.'),
      },
      wanted,
    );
    const { colour } = textStyle(flags.output);
    const text = flags.format === 'json' ? jsonText(explanation) : policyExplanationText(explanation, colour);
    if (flags.output === undefined) process.stdout.write(text);
    else await writeText(flags.output, text);
    for (const error of explanation.errors) process.stderr.write(`lockgate: ${errorLine(error)}\n`);
    return explanation.errors.length === 0 ? 0 : 2;
  } finally {
    await Promise.all([asked.base?.close?.(), asked.head.close?.()]);
  }
}

/** What `check` would compare where one of its flags is given, else what `audit` would read. */
async function openAsked(
  flags: Flags,
): Promise<Pick<GateRequest, 'mode' | 'base' | 'head' | 'trusted' | 'authorship'>> {
  const { base, head, baseDir, headDir, rev, dir } = flags;
  if ([base, head, baseDir, headDir].every((flag) => flag === undefined)) {
    const only = await openSnapshot(flags);
    return { mode: 'audit', head: only, trusted: only };
  }
  if (rev !== undefined || dir !== undefined) {
    throw new GateFailure('usage', '--rev and --dir read one state; leave them out to compare two');
  }
  const { base: before, head: after, authorship } = await openSnapshots(flags);
  return { mode: 'check', base: before, head: after, trusted: before, ...(authorship && { authorship }) };
}
