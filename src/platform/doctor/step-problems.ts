import type { Problem } from '../../model/index.ts';
import { quoted } from '../../text/visible.ts';
import type { Facts } from './facts.ts';
import type { Doubt } from './gate-step.ts';
import type { GateWorkflow } from './gate-workflow.ts';

interface Words {
  readonly code: string;
  readonly error: (what: string) => string;
  readonly unknown: (what: string) => string;
  readonly fix: string;
}

const ofKind: Readonly<Record<Doubt['kind'], Words>> = {
  condition: {
    code: 'job-conditional',
    error: (what) => `${what} can skip it or hide that it failed.`,
    unknown: (what) => `whether ${what} skips it or hides that it failed is not known: the value is set elsewhere.`,
    fix: 'Remove them: a job that is skipped, or whose step is, satisfies a required check.',
  },
  input: {
    code: 'input-proposed',
    error: (what) => `the pull request chooses ${what} of the gate, and so what it lets in.`,
    unknown: (what) => `who chooses ${what} of the gate is not known: the value is made elsewhere.`,
    fix: 'Write plain text there, or a variable of Actions alone (`${{ vars.NAME }}`).',
  },
  environment: {
    code: 'environment-changing',
    error: (what) => `the environment variable ${what} loads other code into the gate, or turns off whom it trusts.`,
    unknown: (what) => `what the environment variable ${what} makes of the gate is not known.`,
    fix: "Remove it from `env` of the workflow, the job and the gate's step.",
  },
  before: {
    code: 'runs-before-gate',
    error: (what) =>
      `${what} runs before the gate in the same job: what a pull request holds can replace the gate there.`,
    unknown: (what) =>
      `${what} runs before the gate in the same job, and whether it leaves the gate as it is is not known.`,
    fix: 'Let the gate be the first step of its job, and do the rest in another job that needs it.',
  },
  runner: {
    code: 'runner-proposed',
    error: (what) => `the pull request chooses ${what}, which is where the gate runs.`,
    unknown: (what) => `who chooses ${what}, which is where the gate runs, is not known.`,
    fix: 'Write plain text there, or a variable of Actions alone (`${{ vars.NAME }}`).',
  },
};

/** What can keep the step of the gate from deciding, although its job runs and is required. */
export function ofStep(workflow: GateWorkflow, { isHome }: Facts): readonly Problem[] {
  const { path, context, doubts, local, isShared, isAudit } = workflow;
  const where = `${quoted(path)}, job ${quoted(context)}`;
  const found = (['error', 'unknown'] as const).flatMap((level) =>
    Object.entries(ofKind).flatMap(([kind, words]): readonly Problem[] => {
      const these = doubts.filter((each) => each.kind === kind && each.level === level);
      if (these.length === 0) return [];
      const what = these.map((each) => `${quoted(each.what)}${each.isOfStep ? ' of the step' : ''}`).join(', ');
      return [{ code: words.code, level, message: `${where}: ${words[level](what)}`, fix: words.fix }];
    }),
  );
  if (local !== undefined && !(isHome && local === 'chosen')) {
    found.push({
      code: 'action-checked-out',
      level: 'error',
      message: `${where}: \`./\` is whatever is checked out, and that is ${isHome && local === 'proposed' ? "the pull request's" : 'not the action, or what the pull request makes of it'}.`,
      fix: 'Name the action by its repository and the 40 hexadecimal digits of a commit; in its own repository, check out `${{ github.event.repository.default_branch }}` first.',
    });
  }
  if (isAudit) {
    found.push({
      code: 'preset-audit',
      level: 'warn',
      message: `${where}: where there is no policy file, \`preset: audit\` lets everything in but what no policy can allow.`,
      fix: 'Leave the input out, or write another preset, once what is reported has been looked at.',
    });
  }
  if (isShared) {
    found.push({
      code: 'runner-shared',
      level: 'warn',
      message: `${where}: it runs on a runner of your own. What another job left there can change the gate.`,
      fix: "Use a runner of GitHub's, or one that is made anew for each job and that no other workflow of these repositories can use.",
    });
  }
  return found;
}
