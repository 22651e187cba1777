import type { GateWorkflow } from './gate-workflow.ts';
import { readGateWorkflows } from './gate-workflow.ts';
import type { InstallJob } from './install-jobs.ts';
import { readInstallJobs } from './install-jobs.ts';

/** What the jobs of a workflow do with what a pull request locks. */
export interface WorkflowJobs {
  /** Those that run the gate; undefined where the text is not a YAML mapping. */
  readonly gates: readonly GateWorkflow[] | undefined;
  /** Those that install before there is a verdict. */
  readonly installs: readonly InstallJob[];
}

/** Reads the jobs of a workflow. */
export const readWorkflowJobs = (path: string, text: string): WorkflowJobs => ({
  gates: readGateWorkflows(path, text),
  installs: readInstallJobs(path, text),
});
