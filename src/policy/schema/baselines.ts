import * as z from 'zod';

import { globProblem } from '../../text/glob.ts';
import { distinctBy, textThat } from './parts.ts';

/** Why a text is not a branch or a pattern of branches, or undefined where it is one. */
function branchProblem(text: string): string | undefined {
  if (text.startsWith('refs/')) return 'expected the name of a branch, without `refs/heads/`';
  if (!/[^*?/]/.test(text)) return 'expected a branch, or a pattern that does not match every branch';
  const isName = !/[\s~^:]/.test(text) && text.split('/').every((part) => !['', '.', '..'].includes(part));
  return isName ? globProblem(text) : 'expected the name of a branch, such as `7.x` or `release/2`';
}

export const baselines = z
  .array(textThat(branchProblem, 'expected the name of a branch, such as `7.x` or `release/2`'), {
    error: 'expected a list of branches, such as `["7.x"]`',
  })
  .max(100, { error: 'expected at most 100 branches' })
  .check(distinctBy((name) => name, 'this branch is already in the list'))
  .describe(
    'Branches beside the default branch whose lockfiles count as the past. A pattern counts for a branch only if its rules restrict who may create and update it. Policy, registries and approvers always come from the default branch.',
  );
