import { basename, isAbsolute, resolve } from 'node:path';

import { serializeEvidence } from '../evidence/evidence-file.ts';
import type { EvidenceFile } from '../evidence/evidence-file.ts';
import { runGate } from '../gate.ts';
import type { GateRequest } from '../gate.ts';
import type { PolicyText } from '../policy/load.ts';
import type { GivenFile } from '../trust-settings.ts';
import type { Flags } from './flags.ts';
import { readText, writeReport, writeText } from './output.ts';
import { startProgress } from './progress.ts';

/** Runs the gate over snapshots as the flags say, and writes what they ask for. @returns the exit status. */
export async function judgeSnapshots(
  mode: GateRequest['mode'],
  snapshots: Pick<GateRequest, 'base' | 'head' | 'trusted' | 'authorship'>,
  flags: Flags,
): Promise<number> {
  const recorded = flags.evidence === undefined ? undefined : await readEvidence(flags.evidence);
  const progress = startProgress(process.stderr, 'Asking the registry');
  const { report, evidence } = await runGate({
    mode,
    ...snapshots,
    policyPath: '.github/dependency-policy.yml',
    ...(flags.policy === undefined ? {} : { policy: await readPolicyFlag(flags.policy) }),
    ...(flags.preset === undefined ? {} : { preset: flags.preset }),
    ...(flags.registry === undefined ? {} : { registry: flags.registry }),
    trust: {
      ...(flags.trustedRoot === undefined ? {} : { trustedRoot: await readGiven(flags.trustedRoot) }),
      ...(flags.registryKeys === undefined ? {} : { registryKeys: await readGiven(flags.registryKeys) }),
    },
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
  return writeReport(report, flags);
}

/** Reads recorded evidence; see `parseEvidence` for what it throws. */
export async function readEvidence(path: string): Promise<EvidenceFile> {
  const { maxEvidenceBytes, parseEvidence } = await import('../evidence/evidence-file.ts');
  return parseEvidence(await readText(path, maxEvidenceBytes), path);
}

/** Reads the operator's policy. */
export async function readPolicyFlag(path: string): Promise<PolicyText> {
  return { source: shownPath(path), text: await readText(path) };
}

/** Reads a file of the operator's about whom to trust. */
export async function readGiven(path: string): Promise<GivenFile> {
  return { path: shownPath(path), text: await readText(path) };
}

/** A file as reports and recordings name it: as it was given, without the folders of this machine. */
const shownPath = (path: string) => (isAbsolute(path) ? basename(path) : path);
