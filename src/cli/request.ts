import { resolve } from 'node:path';

import type { EvidenceFile } from '../recording/evidence-types.ts';
import { demandPast } from '../run/recorded-trust.ts';
import type { GateRequest } from '../run/request.ts';
import { extendedReader, operatorPolicy } from './extended-policy.ts';
import type { Flags } from './flags.ts';
import { readText } from './output.ts';
import { repositoryIdOf } from './repository-id.ts';
import type { Subject } from './subject.ts';
import { givenTrust } from './trust-flags.ts';

/**
 * What the flags ask for, the files that they name read.
 * @throws GateFailure `usage` for flags that contradict each other and files that cannot be read
 */
export async function requestOf(flags: Flags, subject: Subject): Promise<GateRequest> {
  const recorded = flags.evidence === undefined ? undefined : await readEvidence(flags.evidence);
  const clock = new Date().toISOString();
  if (recorded !== undefined && flags.now === undefined) demandPast(recorded, clock);
  const readExtended = extendedReader(flags);
  return {
    ...subject,
    policyPath: '.github/dependency-policy.yml',
    ...(flags.policy === undefined ? {} : { policy: await operatorPolicy(flags.policy, flags) }),
    ...(flags.preset === undefined ? {} : { preset: flags.preset }),
    ...(readExtended && { readExtended }),
    ...(flags.registry === undefined ? {} : { registry: flags.registry }),
    ...(flags.osv === undefined ? {} : { osv: flags.osv }),
    trust: await givenTrust(flags),
    ledger: { repositoryId: () => repositoryIdOf(flags), isLocal: true },
    ...(recorded === undefined ? {} : { recorded }),
    now: flags.now ?? recorded?.evaluatedAt ?? clock,
    offline: flags.offline || recorded !== undefined,
    env: process.env,
    workTree: resolve(flags.headDir ?? flags.dir ?? flags.repo ?? '.'),
    ...(flags.verbose ? { onDefect: (cause: unknown) => console.error(cause) } : {}),
  };
}

/** Reads recorded evidence; see `parseEvidence` for what it throws. */
export async function readEvidence(path: string): Promise<EvidenceFile> {
  const { maxEvidenceBytes, parseEvidence } = await import('../recording/evidence-file.ts');
  return parseEvidence(await readText(path, maxEvidenceBytes), path);
}
