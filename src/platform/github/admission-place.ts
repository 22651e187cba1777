import type { AdmissionPlace } from '../../admission/run.ts';
import type { ActionRequest } from './request.ts';

/** Where a run lets something in; undefined where the runner does not say on which server. */
export function admissionPlace(
  { serverUrl, owner, repo, workflowRef }: ActionRequest,
  commit: string,
  version: string,
): AdmissionPlace | undefined {
  if (serverUrl === undefined) return undefined;
  return {
    ...{ repository: `${serverUrl}/${owner}/${repo}`, commit, version },
    ...(workflowRef === undefined ? {} : { workflow: `${serverUrl}/${workflowRef}` }),
  };
}
