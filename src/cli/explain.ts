import { resolve } from 'node:path';

import { GateFailure } from '../errors.ts';
import { explain } from '../run/explain.ts';
import type { Wanted } from '../run/single-package.ts';
import { explanationText } from '../report/formats/explain.ts';
import { jsonText } from '../report/formats/json.ts';
import { errorLine } from '../report/view/words.ts';
import { openSnapshot } from './audit.ts';
import { extendedReader } from './extended-policy.ts';
import { readFlags } from './flags.ts';
import { readEvidence, readPolicyFlag } from './judge-snapshots.ts';
import { textStyle, writeText } from './output.ts';
import { givenTrust } from './trust-flags.ts';

/**
 * `lockgate explain PACKAGE[@VERSION]`: one locked package, from its bytes to the policy.
 * @returns the exit status: 0 where it is locked, whatever the policy says of it; 2 where it is not, or cannot be told.
 */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, 'explain');
  const wanted = wantedOf(flags.positionals);
  if (flags.format === 'markdown' || flags.format === 'sarif') {
    throw new GateFailure('usage', `explain writes text or json; not ${flags.format}.`);
  }
  const recorded = flags.evidence === undefined ? undefined : await readEvidence(flags.evidence);
  const trust = await givenTrust(flags);
  const readExtended = extendedReader(flags);
  const policy = flags.policy === undefined ? {} : { policy: await readPolicyFlag(flags.policy) };
  const head = await openSnapshot(flags);
  try {
    const explanation = await explain(
      {
        mode: 'audit',
        head,
        trusted: head,
        policyPath: '.github/dependency-policy.yml',
        ...policy,
        ...(flags.preset === undefined ? {} : { preset: flags.preset }),
        ...(readExtended && { readExtended }),
        ...(flags.registry === undefined ? {} : { registry: flags.registry }),
        ...(flags.osv === undefined ? {} : { osv: flags.osv }),
        trust,
        ...(recorded === undefined ? {} : { recorded }),
        now: flags.now ?? recorded?.evaluatedAt ?? new Date().toISOString(),
        offline: flags.offline || recorded !== undefined,
        env: process.env,
        workTree: resolve(flags.dir ?? flags.repo ?? '.'),
      },
      wanted,
    );
    const style = textStyle(flags.output);
    const text = flags.format === 'json' ? jsonText(explanation) : explanationText(explanation, style);
    if (flags.output === undefined) process.stdout.write(text);
    else await writeText(flags.output, text);
    for (const error of explanation.errors) process.stderr.write(`lockgate: ${errorLine(error)}\n`);
    return explanation.packages.length > 0 && explanation.errors.length === 0 ? 0 : 2;
  } finally {
    await head.close?.();
  }
}

/** `name`, `@scope/name`, either with `@version`. */
export function wantedOf([asked, ...more]: readonly string[], command = 'explain'): Wanted {
  const at = asked?.lastIndexOf('@') ?? -1;
  if (asked === undefined || asked === '' || more.length > 0 || at === asked.length - 1) {
    throw new GateFailure('usage', `${command} takes one package: lockgate ${command} PACKAGE[@VERSION]`);
  }
  return at > 0 ? { name: asked.slice(0, at), version: asked.slice(at + 1) } : { name: asked };
}
