import { GateFailure } from '../errors.ts';
import { policyPath } from '../init/files.ts';
import type { Compared, PolicyLines } from '../init/from/settle.ts';
import type { Baseline } from '../init/plan.ts';
import { baselineOf, fixtureLines } from '../init/plan.ts';
import type { Snapshot } from '../model/index.ts';
import type { PolicyText } from '../policy/load.ts';
import { openPolicy } from '../policy/open.ts';
import { readPolicyFile } from '../policy/policy-file.ts';
import type { PresetName } from '../policy/schema/names.ts';
import { isWaivable } from '../policy/waivable.ts';
import { rules } from '../rules/index.ts';
import { runGate } from '../run/pipeline.ts';
import { reportOf } from '../run/report-of.ts';
import { quoted } from '../text/visible.ts';
import type { Flags } from './flags.ts';
import { startProgress } from './progress.ts';

export interface Audited {
  readonly baseline: Baseline | undefined;
  readonly errors: readonly string[];
}

/** The policy under which what is locked is audited: the one that is kept, or else the preset; undefined where that cannot be read. */
export async function policyToAudit(
  kept: Uint8Array | string | undefined,
  step: PresetName,
  leavesOutFixtures: boolean,
  from: PolicyLines | undefined,
): Promise<PolicyText | undefined> {
  if (kept === undefined) {
    const { lines: more = [], exceptions = [] } = from ?? {};
    const lines = [
      ...['version: 1', `extends: ${step}`, ...(leavesOutFixtures ? fixtureLines : []), ...more],
      ...(exceptions.length === 0 ? [] : ['exceptions:', ...exceptions]),
    ];
    return { source: `preset ${step}`, text: `${lines.join('\n')}\n` };
  }
  const policy = { source: policyPath, text: kept };
  try {
    await openPolicy(policy);
    return policy;
  } catch (cause) {
    if (cause instanceof GateFailure) return undefined;
    throw cause;
  }
}

/** Audits what is already locked. Without an answer from the registry there are no exceptions. */
export async function audit(
  head: Snapshot,
  folder: string,
  policy: PolicyText,
  { registry }: Flags,
  now: string,
): Promise<Audited> {
  const progress = startProgress(process.stderr, 'Asking the registry');
  const judged = await runGate({
    mode: 'audit',
    ...{ head, trusted: head, policyPath, policy, now, offline: false },
    ...(registry === undefined ? {} : { registry }),
    env: process.env,
    workTree: folder,
    progress: progress.step,
  });
  progress.end();
  const report = reportOf(judged);
  const covers = (id: string) => rules.some((rule) => rule.id === id && isWaivable(rule));
  return {
    baseline: report.errors.length > 0 ? undefined : baselineOf(report, covers),
    errors: report.errors.map(({ message, path }) => (path === undefined ? message : `${quoted(path)}: ${message}`)),
  };
}

/** The policy that is there already; empty, which is no policy, where it cannot be read. */
export async function keptPolicy(head: Snapshot): Promise<Uint8Array | string | undefined> {
  try {
    return await readPolicyFile(head, policyPath);
  } catch (cause) {
    if (cause instanceof GateFailure) return '';
    throw cause;
  }
}

/** What the options of other tools are compared with: the policy that is kept, where it can be read, else the preset. */
export async function comparedWith(kept: Uint8Array | string | undefined, step: PresetName): Promise<Compared> {
  const preset = async () => ({ ...(await openPolicy(undefined, { preset: step })), source: `the preset \`${step}\`` });
  if (kept === undefined) return preset();
  try {
    return { ...(await openPolicy({ source: policyPath, text: kept })), source: `the policy in \`${policyPath}\`` };
  } catch (cause) {
    if (cause instanceof GateFailure) return preset();
    throw cause;
  }
}

/** The lines for a policy that is kept. */
export function toAdd({ lines, exceptions }: PolicyLines): readonly string[] {
  const all = [...lines, ...(exceptions.length === 0 ? [] : ['exceptions:', ...exceptions])];
  return all.length === 0
    ? []
    : ['', `Add to \`${policyPath}\`, under the keys that it has already:`, ...all.map((line) => `    ${line}`)];
}
