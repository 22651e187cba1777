import { isBlocking, runsAnyway, stepsBeforeVerdict } from './gate-step.ts';
import type { Json, Permissions } from './workflow-file.ts';
import { asMap, eventsOf, parseWorkflow, permissionsOf, secretsOf, texts } from './workflow-file.ts';

/** A job that installs what a pull request locks, and that does not wait for the gate. */
export interface InstallJob {
  readonly path: string;
  /** What GitHub calls the check. */
  readonly job: string;
  /** The command that installs. Third-party text. */
  readonly command: string;
  /** Whether it runs with the rights of the default branch, whoever proposes. */
  readonly isPrivileged: boolean;
  readonly secrets: readonly string[];
  readonly permissions: Permissions;
}

/** Events that run on what somebody proposes. */
const proposed = ['pull_request', 'pull_request_target'];

/** Commands that install from a lockfile or a manifest, each with the flags that may stand before the verb. */
const installs =
  /\b(?:npm(?:\s+-\S+)*\s+(?:ci|clean-install|i|install|it|cit|install-test|install-ci-test|add)|pnpm(?:\s+-\S+)*\s+(?:i|install|add)|bun(?:\s+-\S+)*\s+(?:i|install|add)|yarn(?:\s+-\S+)*(?:\s+(?:install|add|workspaces\s+focus)|\s*(?=$|[;&|])))(?=\s|$|[;&|])/mu;

/** The jobs of a workflow that install before anybody has judged what they install. */
export function readInstallJobs(path: string, text: string): readonly InstallJob[] {
  const workflow = parseWorkflow(text);
  if (workflow === undefined) return [];
  const events = eventsOf(workflow);
  if (!proposed.some((event) => events.has(event))) return [];
  const jobs = Object.entries(asMap(workflow['jobs'])).map(([key, job]) => [key, asMap(job)] as const);
  const gates = new Set(jobs.flatMap(([key, job]) => (isBlocking(job) ? [key] : [])));
  const byKey = new Map(jobs);
  return jobs.flatMap(([key, job]): readonly InstallJob[] => {
    const command = stepsBeforeVerdict(job)
      .map(({ run }) =>
        typeof run === 'string' ? installs.exec(run.replaceAll(/^\s*#.*$/gmu, ''))?.[0].trim() : undefined,
      )
      .find((found) => found !== undefined);
    if (command === undefined || waitsFor(gates, key, byKey)) return [];
    return [
      {
        ...{ path, job: typeof job['name'] === 'string' ? job['name'] : key, command },
        isPrivileged: events.has('pull_request_target'),
        ...{ secrets: secretsOf(workflow, job), permissions: permissionsOf(workflow, job) },
      },
    ];
  });
}

/** Whether a job needs one of these, at whatever remove. One with a condition may run although the gate has failed. */
function waitsFor(gates: ReadonlySet<string>, key: string, jobs: ReadonlyMap<string, Json>): boolean {
  const seen = new Set([key]);
  for (const each of seen) {
    const job = jobs.get(each) ?? {};
    if (runsAnyway(job['if'])) continue;
    for (const need of texts(job['needs'])) seen.add(need);
  }
  return [...seen].some((each) => gates.has(each) && each !== key);
}
