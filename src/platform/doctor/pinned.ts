import * as z from 'zod';
import { parse } from 'yaml';

import type { GitHubClient } from '../github/api.ts';
import type { GateWorkflow } from './gate-workflow.ts';
import { asMap, texts } from './workflow-file.ts';

const release = z.object({ immutable: z.boolean().optional() });

/**
 * Whether the action that a workflow uses cannot become other code: it is in this repository, it is named by the digits of a
 * commit, GitHub's lockfile has it at a commit for this very workflow, or the tag belongs to an immutable release.
 * @param lock the text of `.github/workflows/actions.lock`; undefined where there is none
 */
export async function isPinned(
  client: GitHubClient,
  workflow: GateWorkflow,
  lock: string | undefined,
): Promise<boolean> {
  const { action, ref } = workflow;
  if (action === undefined || ref === undefined || /^[0-9a-f]{40}$/.test(ref)) return true;
  if (lock !== undefined && isLocked(lock, workflow.path, `${action}@${ref}`)) return true;
  const [owner = '', repo = ''] = action.split('/');
  try {
    const route = 'GET /repos/{owner}/{repo}/releases/tags/{tag}';
    return release.parse((await client.request(route, { owner, repo, tag: ref })).data).immutable === true;
  } catch {
    // A release that is not there, or that the token may not see, pins nothing.
    return false;
  }
}

function isLocked(text: string, path: string, reference: string): boolean {
  let lock: unknown;
  try {
    lock = parse(text, { maxAliasCount: 100, logLevel: 'error' });
  } catch {
    return false;
  }
  const used = texts(asMap(asMap(lock)['workflows'])[path]);
  const { commit } = asMap(asMap(asMap(lock)['dependencies'])[reference]);
  return (
    used.includes(reference) && typeof commit === 'string' && /^sha(?:1-[0-9a-f]{40}|256-[0-9a-f]{64})$/.test(commit)
  );
}
