import * as z from 'zod';

import { compileGlob } from '../../text/glob.ts';
import { quoted } from '../../text/visible.ts';
import type { ReadBaselines } from '../port.ts';
import type { GitHubClient } from './api.ts';
import type { Branch } from './branches.ts';
import { describeFailure } from './failure.ts';
import { readPages } from './pages.ts';
import type { ActionRequest } from './request.ts';

/** Whether the lockfiles of a branch count as the past; `why` is a sentence where a reader would expect otherwise. */
export interface Baseline {
  readonly counts: boolean;
  readonly why?: string;
}

export type AskBaseline = (branch: string) => Promise<Baseline>;

const rules = z.array(z.object({ type: z.string() }));

/**
 * Which branches count: the default branch, and those that its policy names. "protected" says nothing, because any
 * ruleset that applies to a branch makes it true. A pattern is a promise about names, which anybody who may push could
 * use: it counts only for a branch that not everybody may create and update (docs/decisions/0210).
 */
export function askBaselines(
  request: ActionRequest,
  client: GitHubClient,
  { name: defaultBranch, tip }: Branch,
  readBaselines: ReadBaselines,
): AskBaseline {
  const answers = new Map<string, Promise<Baseline>>();
  return (branch) => {
    const answer = answers.get(branch) ?? decide(branch);
    answers.set(branch, answer);
    return answer;
  };

  async function decide(branch: string): Promise<Baseline> {
    if (branch === defaultBranch) return { counts: true };
    const names = await readBaselines(tip);
    if (names.includes(branch)) return { counts: true };
    const pattern = names.find((each) => /[*?]/.test(each) && compileGlob(each)(branch));
    return pattern === undefined ? { counts: false } : askRules(request, client, branch, pattern);
  }
}

async function askRules(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
  branch: string,
  pattern: string,
): Promise<Baseline> {
  const matches = `${quoted(branch)} matches ${quoted(pattern)} in \`baselines\`, but`;
  try {
    const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
    const types = new Set((await readPages(client, route, { owner, repo, branch }, rules)).map(({ type }) => type));
    if (types.has('creation') && types.has('update')) return { counts: true };
    return { counts: false, why: `${matches} its rules do not restrict who may create and update it.` };
  } catch (error) {
    return { counts: false, why: `${matches} its rules could not be read: ${describeFailure(error)}.` };
  }
}
