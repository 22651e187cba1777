import type { RequiredCheck, Protection } from './protection.ts';
import { statusContext } from '../github/status.ts';
import type { ApprovalFacts } from './approvals.ts';
import type { Baselines } from './baselines.ts';
import type { ExecutionRules } from './execution-rules.ts';
import type { GateWorkflow } from './gate-workflow.ts';
import type { InstallJob } from './install-jobs.ts';
import type { OutsideWorkflow } from './outside-workflow.ts';
import type { OwnersLine } from './owners.ts';
import type { RulesetFacts } from './rulesets.ts';

/** What is known of one repository. */
export interface Facts {
  readonly protection: Protection;
  /** The gate's jobs in the workflows of the default branch. */
  readonly workflows: readonly GateWorkflow[];
  /** Those of them whose action can become other code. */
  readonly movable: readonly GateWorkflow[];
  readonly installs: readonly InstallJob[];
  readonly executionRules: readonly ExecutionRules[];
  /** Workflow files that are not readable as YAML. */
  readonly unreadable: readonly string[];
  /** Whether this is the action's own repository, where `./` can be the action. */
  readonly isHome: boolean;
  /** The lines of the CODEOWNERS file that GitHub uses; undefined where there is none. */
  readonly owners: readonly OwnersLine[] | undefined;
  readonly baselines: Baselines;
  /** Who may approve; undefined where the policy names nobody, or cannot be read. */
  readonly approvals: ApprovalFacts | undefined;
  /** The workflows that rulesets require from other repositories. */
  readonly outside: readonly OutsideWorkflow[];
  /** What is known of the rulesets that require the gate, by id. */
  readonly rulesets: ReadonlyMap<number, RulesetFacts>;
}

export const policyPath = '.github/dependency-policy.yml';
/** Stands for every record of a decision. */
export const approvalsPath = '.github/dependency-approvals/record.json';

/** What the check is called that `init` writes, where no workflow of the repository says it: an App may report it. */
const usualContexts = ['dependency-gate', statusContext];

/** Those that judge pull requests. One that only audits, comments or reruns is no gate, unless there is no other. */
export function gatesOf(workflows: readonly GateWorkflow[]): readonly GateWorkflow[] {
  const judging = workflows.filter(({ events }) => events.has('pull_request'));
  return judging.length > 0 ? judging : workflows;
}

/** The names under which the gate reports. */
export function contextsOf(workflows: readonly GateWorkflow[]): ReadonlySet<string> {
  if (workflows.length === 0) return new Set(usualContexts);
  return new Set(gatesOf(workflows).map(({ context, status }) => (status ? statusContext : context)));
}

/** The required checks that are the gate's. A check of another name keeps nothing out, whichever App reports it. */
export function gateChecks({
  protection,
  workflows,
}: Pick<Facts, 'protection' | 'workflows'>): readonly RequiredCheck[] {
  const contexts = contextsOf(workflows);
  return protection.checks.filter(({ context }) => contexts.has(context));
}

/** The workflows from elsewhere that run the gate, and those of which it is not known. */
export function outsideGates({ outside }: Pick<Facts, 'outside'>): {
  readonly running: readonly OutsideWorkflow[];
  readonly unread: readonly OutsideWorkflow[];
} {
  return {
    running: outside.filter(({ gates }) => gates.length > 0),
    unread: outside.filter(({ unread }) => unread !== undefined),
  };
}
