import { authorOf } from './expressions.ts';
import type { Json } from './workflow-file.ts';
import { asMap } from './workflow-file.ts';

/** What is in the folder of a job: what the pull request holds, what the operator chose, or nothing yet. */
export type CheckedOut = 'proposed' | 'chosen' | 'nothing';

/** Actions that run nothing of what is checked out, whatever that is. */
const harmless =
  /^(?:actions\/(?:checkout|setup-node|create-github-app-token)|step-security\/harden-runner)(?:\/[^@]*)?@/iu;

/** The inputs of a step. GitHub does not tell upper case from lower case in their names. */
export const inputsOf = (step: Json): Json =>
  Object.fromEntries(Object.entries(asMap(step['with'])).map(([name, value]) => [name.toLowerCase(), value]));

/** What these steps leave in the folder. Without `ref`, `actions/checkout` takes the pull request's own commit. */
export function checkedOut(steps: readonly Json[]): CheckedOut {
  const all = steps.filter(({ uses }) => typeof uses === 'string' && /^actions\/checkout@/iu.test(uses));
  if (all.length === 0) return 'nothing';
  return all.every((step) => isChosen(inputsOf(step))) ? 'chosen' : 'proposed';
}

function isChosen({ repository, ref }: Json): boolean {
  const isDefault = (value: unknown) => value === undefined || value === null || value === '';
  if (authorOf(repository) !== 'operator') return false;
  if (isDefault(ref)) return !isDefault(repository);
  // A number is no branch of a pull request either.
  if (typeof ref !== 'string') return true;
  const isDefaultBranch = /^\s*\$\{\{\s*github\.event\.repository\.default_branch\s*\}\}\s*$/u.test(ref);
  return isDefaultBranch || (authorOf(ref) === 'operator' && !/\bpull\//u.test(ref));
}

/** What runs in a job before the gate: how bad that is, and what. Third-party text. */
export interface RunBefore {
  readonly level: 'error' | 'unknown';
  readonly what: string;
}

/**
 * The worst of the steps before the gate. A script can replace the gate for the rest of its job: by the job's environment, or
 * on the runner's disk. So it is an error where what the pull request holds may run; else nobody knows what a script does.
 */
export function ranBefore(steps: readonly Json[]): RunBefore | undefined {
  const found = steps.flatMap((step, at) => ofStep(step, checkedOut(steps.slice(0, at))));
  return found.find(({ level }) => level === 'error') ?? found[0];
}

function ofStep(step: Json, files: CheckedOut): readonly RunBefore[] {
  const { run, uses } = step;
  if (typeof run === 'string') {
    const writes = /GITHUB_(?:ENV|PATH)\b|::(?:set-env|add-path)\b/u.test(run);
    const isProposed = files === 'proposed' || /\bgh\s+pr\s+checkout\b|\bpull\//u.test(run);
    const isOpen = writes || isProposed || authorOf(run) === 'proposer';
    return [{ level: isOpen ? 'error' : 'unknown', what: firstLine(run) }];
  }
  if (typeof uses !== 'string' || harmless.test(uses)) return [];
  if (/^\.{1,2}\//u.test(uses)) return [{ level: files === 'proposed' ? 'error' : 'unknown', what: uses }];
  const isScript = /^actions\/github-script@/iu.test(uses);
  const given = authorOf(step['with']);
  if (given === 'proposer') return [{ level: isScript ? 'error' : 'unknown', what: uses }];
  return isScript || files === 'proposed' ? [{ level: 'unknown', what: uses }] : [];
}

const firstLine = (text: string): string => text.trim().split('\n')[0]?.trim() ?? '';
