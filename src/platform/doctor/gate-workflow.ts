import type { CheckedOut } from './before-gate.ts';
import { checkedOut, inputsOf } from './before-gate.ts';
import type { Doubt } from './gate-step.ts';
import { doubtsOf, gateStepOf } from './gate-step.ts';
import type { Permissions } from './workflow-file.ts';
import { asMap, eventsOf, parseWorkflow, permissionsOf, texts } from './workflow-file.ts';

/** A workflow file of the default branch that runs the gate. */
export interface GateWorkflow {
  readonly path: string;
  /** What GitHub calls the check: the job's name, or its key. */
  readonly context: string;
  /** Events that start it. */
  readonly events: ReadonlySet<string>;
  /** Activity types of `pull_request`; undefined: GitHub's default ones. */
  readonly types: readonly string[] | undefined;
  /** Whether `pull_request` is limited to paths or branches, so that the check may never report. */
  readonly filtered: boolean;
  /** What can keep the job from running: `needs`, `strategy`. */
  readonly conditions: readonly string[];
  /** What else can keep the step of the gate from deciding. */
  readonly doubts: readonly Doubt[];
  /** What is in the folder that `./` names; undefined where the action is named by its repository. */
  readonly local: CheckedOut | undefined;
  /** Whether it runs on a runner of the operator's own, which other jobs may use. */
  readonly isShared: boolean;
  /** Whether the input `preset` is `audit`, which applies where there is no policy file. */
  readonly isAudit: boolean;
  /** The ref after `@` of the action; undefined where the action is in the repository itself. */
  readonly ref: string | undefined;
  /** `owner/repository` of the action; undefined where it is in the repository itself. */
  readonly action: string | undefined;
  readonly permissions: Permissions;
  /** The input `policy`; undefined where the workflow does not name one. */
  readonly policy: string | undefined;
  /** Whether the input `status` is set: then the commit status is required instead of the job. */
  readonly status: boolean;
}

/**
 * The jobs of a workflow that use lockgate: by an action whose repository has that name, or by `./` in lockgate's own.
 * @returns undefined where the text is not a YAML mapping
 */
export function readGateWorkflows(path: string, text: string): readonly GateWorkflow[] | undefined {
  const workflow = parseWorkflow(text);
  if (workflow === undefined) return undefined;
  const { on, jobs } = workflow;
  const events = eventsOf(workflow);
  const pull = asMap(asMap(on)['pull_request']);
  return Object.entries(asMap(jobs)).flatMap(([key, value]): GateWorkflow[] => {
    const job = asMap(value);
    const found = gateStepOf(job);
    if (found === undefined) return [];
    const { step, uses, before } = found;
    const inputs = inputsOf(step);
    const at = uses.includes('@') ? uses.lastIndexOf('@') : undefined;
    const { name } = job;
    return [
      {
        path,
        context: typeof name === 'string' ? name : key,
        events,
        types: pull['types'] === undefined ? undefined : texts(pull['types']),
        filtered: ['paths', 'paths-ignore', 'branches', 'branches-ignore'].some((filter) => filter in pull),
        conditions: ['needs', 'strategy'].filter((condition) => condition in job),
        doubts: doubtsOf(workflow, job, step, before),
        local: at === undefined ? checkedOut(before) : undefined,
        isAudit: inputs['preset'] === 'audit',
        isShared: texts(job['runs-on']).includes('self-hosted'),
        ref: at === undefined ? undefined : uses.slice(at + 1),
        action: at === undefined ? undefined : uses.slice(0, at).split('/').slice(0, 2).join('/'),
        permissions: permissionsOf(workflow, job),
        status: String(inputs['status']) === 'true',
        policy: typeof inputs['policy'] === 'string' ? inputs['policy'] : undefined,
      },
    ];
  });
}
