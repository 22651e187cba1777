import { resolve } from 'node:path';

import { serializeEvidence } from '../recording/evidence-file.ts';
import type { EvidenceFile } from '../recording/evidence-file.ts';
import { runGate } from '../run/pipeline.ts';
import type { GateRequest } from '../run/pipeline.ts';
import type { Report } from '../model/index.ts';
import type { PolicyText } from '../policy/load.ts';
import { extendedReader } from './extended-policy.ts';
import type { Flags } from './flags.ts';
import { readText, shownPath, writeReport, writeText } from './output.ts';
import { startProgress } from './progress.ts';
import { givenTrust } from './trust-flags.ts';

export interface Addition {
  readonly report: Report;
  readonly preface?: string;
}

/**
 * Runs the gate over snapshots as the flags say, and writes what they ask for.
 * @param addTo lays over the report what only this command says, and gives what stands before it on standard output
 * @returns the exit status.
 */
export async function judgeSnapshots(
  mode: GateRequest['mode'],
  snapshots: Pick<GateRequest, 'base' | 'head' | 'trusted' | 'authorship' | 'vet' | 'isLookedAt'>,
  flags: Flags,
  addTo: (report: Report) => Promise<Addition> = (report) => Promise.resolve({ report }),
): Promise<number> {
  const recorded = flags.evidence === undefined ? undefined : await readEvidence(flags.evidence);
  const readExtended = extendedReader(flags);
  const progress = startProgress(process.stderr, 'Asking the registry');
  const { report, evidence } = await runGate({
    mode,
    ...snapshots,
    policyPath: '.github/dependency-policy.yml',
    ...(flags.policy === undefined ? {} : { policy: await readPolicyFlag(flags.policy) }),
    ...(flags.preset === undefined ? {} : { preset: flags.preset }),
    ...(readExtended && { readExtended }),
    ...(flags.registry === undefined ? {} : { registry: flags.registry }),
    ...(flags.osv === undefined ? {} : { osv: flags.osv }),
    trust: await givenTrust(flags),
    ...(recorded === undefined ? {} : { recorded }),
    now: flags.now ?? recorded?.evaluatedAt ?? new Date().toISOString(),
    offline: flags.offline || recorded !== undefined,
    env: process.env,
    workTree: resolve(flags.headDir ?? flags.dir ?? flags.repo ?? '.'),
    progress: progress.step,
    ...(flags.verbose ? { onDefect: (cause) => console.error(cause) } : {}),
  });
  progress.end();
  await Promise.all([snapshots.base?.close?.(), snapshots.head.close?.()]);
  if (flags.evidenceOut !== undefined && evidence !== undefined) {
    await writeText(flags.evidenceOut, serializeEvidence(evidence));
  }
  const { report: whole, preface = '' } = await addTo(report);
  if (flags.format === 'text' && flags.output === undefined) process.stdout.write(preface);
  return writeReport(whole, flags);
}

/** Reads recorded evidence; see `parseEvidence` for what it throws. */
export async function readEvidence(path: string): Promise<EvidenceFile> {
  const { maxEvidenceBytes, parseEvidence } = await import('../recording/evidence-file.ts');
  return parseEvidence(await readText(path, maxEvidenceBytes), path);
}

/** Reads the operator's policy. */
export async function readPolicyFlag(path: string): Promise<PolicyText> {
  return { source: shownPath(path), text: await readText(path) };
}
