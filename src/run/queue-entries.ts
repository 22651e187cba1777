import { lockedVersion } from '../model/identity.ts';
import type { Comparison, Finding, QueueEntry } from '../model/index.ts';
import type { Opened } from './open.ts';
import type { GateRequest, Run } from './request.ts';

/**
 * A run whose findings say which entry of the merge queue they come with: the first whose state has the change already.
 * It changes no level, since the group lands as a whole. Reads the entries only if there is a finding.
 */
export async function withEntries(run: Run, { queue }: GateRequest, { compare, home }: Opened): Promise<Run> {
  const { judgement } = run;
  if (queue === undefined || judgement.findings.length === 0) return run;
  const entries: { readonly pull: number | null; readonly has: (finding: Finding) => boolean }[] = [];
  for (const { snapshot, pull = null } of await queue.entries()) {
    entries.push({ pull, has: isAbout(await compare(snapshot), home) });
  }
  const own: QueueEntry = { pull: queue.own ?? null, ahead: false };
  const findings = judgement.findings.map((finding): Finding => {
    const first = entries.find(({ has }) => has(finding));
    const entry = first === undefined ? own : { pull: first.pull, ahead: true };
    return { ...finding, message: `${finding.message} ${sentence(entry)}`, queueEntry: entry };
  });
  return { ...run, judgement: { ...judgement, findings } };
}

function sentence({ pull, ahead }: QueueEntry): string {
  const entry = pull === null ? (ahead ? 'an entry' : 'this entry of the merge queue') : `#${pull}`;
  return `It comes with ${entry}${ahead ? ' ahead in the merge queue' : pull === null ? '' : ', this entry of the merge queue'}.`;
}

/** What a change of the policy may come to (see `withPolicyChange`), which a plain comparison does not say. */
const ofPolicy: ReadonlySet<string> = new Set(['policy-changed', 'policy-noted', 'approvals-not-alone']);

/** Whether a comparison has what a finding is about. */
function isAbout({ changes, observations }: Comparison, home: string | undefined): (finding: Finding) => boolean {
  const locked = new Set(changes.filter(({ kind }) => kind !== 'removed').map(lockedVersion));
  const observed = new Set(observations.map(({ code, path, name }) => JSON.stringify([code, path, name ?? null])));
  const isPolicyChanged = observations.some(({ code }) => code === 'policy-changed');
  return (finding) => {
    const { name, version, lockfile, codes } = finding;
    if (isPolicyChanged && lockfile === home && codes.some((code) => ofPolicy.has(code))) return true;
    if (name !== null && version !== null && locked.has(lockedVersion(finding))) return true;
    return codes.some((code) => observed.has(JSON.stringify([code, lockfile, name])));
  };
}
