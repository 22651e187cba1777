import type { Problem } from '../../model/index.ts';
import { quoted } from '../../text/visible.ts';
import type { Baselines } from './baselines.ts';
import { policyPath } from './facts.ts';
import type { Protection } from './protection.ts';

/** Branches that are named in one message; a repository may have hundreds. */
const named = 10;

/** What is wrong with the branches that count as the past, and which ones may be missing there. */
export function baselineProblems(
  { undeclared, missing, unprotected, unread }: Baselines,
  { defaultBranch }: Protection,
): readonly Problem[] {
  const list = (names: readonly string[]) =>
    names
      .slice(0, named)
      .map((name) => quoted(name))
      .join(', ') + (names.length > named ? ` and ${names.length - named} more` : '');
  const problems: Problem[] = [];
  if (missing.length > 0) {
    problems.push({
      code: 'baseline-missing',
      level: 'error',
      message: `The policy names ${list(missing)} in \`baselines\`, but there is no such branch: whoever may push can create it with anything in its lockfile, and that counts as the past.`,
      fix: 'Remove from `baselines` what is not a branch any more.',
    });
  }
  if (unprotected.length > 0) {
    problems.push({
      code: 'baseline-unprotected',
      level: 'error',
      message: `The policy names ${list(unprotected)} in \`baselines\`, but no rule keeps a push away: anybody with write access can change what it locks without a check, and that counts as the past.`,
      fix: 'Add a ruleset for the branch that requires pull requests and the check.',
    });
  }
  if (undeclared.length > 0) {
    const line = `baselines: [${undeclared
      .slice(0, named)
      .map((name) => JSON.stringify(name))
      .join(', ')}]`;
    problems.push({
      code: 'baselines-undeclared',
      level: 'warn',
      message: `${list(undeclared)} look like maintained branches, but the policy does not name them as baselines: a pull request into one of them is also compared with ${quoted(defaultBranch)}.`,
      fix: `If you maintain them and protect them as ${quoted(defaultBranch)}, add ${quoted(line)} to ${quoted(policyPath)} on ${quoted(defaultBranch)}.`,
    });
  }
  if (unread !== undefined) {
    problems.push({
      ...{ code: 'untold', level: 'unknown', message: `GitHub did not provide the branches: ${unread}.` },
      fix: 'Run doctor with a token that may read the contents of this repository.',
    });
  }
  return problems;
}
