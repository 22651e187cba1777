/** Rules of branches, as GitHub lists them, and what they are about. */

/** A workflow that runs the gate. */
export const gateWorkflow = (job = '') => `
on: { pull_request: { types: [opened, synchronize, edited] }, merge_group: }
jobs:
  dependency-gate:
    runs-on: ubuntu-latest
${job}    steps:
      - uses: octo/lockgate@${'a'.repeat(40)}
`;
export const codeOwners = '* @octo/all\n/.github/ @octo/security\n';
const of = (id: number, type: 'Repository' | 'Organization') => ({
  ...{ ruleset_source_type: type, ruleset_source: type === 'Repository' ? 'octo/shop' : 'octo', ruleset_id: id },
});
/** A pull request with a review by the code owners. */
export const review = {
  ...of(1, 'Repository'),
  type: 'pull_request',
  parameters: {
    ...{ dismiss_stale_reviews_on_push: true, require_code_owner_review: true, require_last_push_approval: true },
    ...{ required_approving_review_count: 1, required_review_thread_resolution: false },
  },
};
export const requires = (context: string, app?: number, id = 1) => ({
  ...of(id, 'Repository'),
  type: 'required_status_checks',
  parameters: {
    strict_required_status_checks_policy: false,
    required_status_checks: [{ context, ...(app === undefined ? {} : { integration_id: app }) }],
  },
});
/** A workflow of another repository, by the organisation's ruleset 77. */
export const requiresWorkflow = (repositoryId: number, more: object = {}) => ({
  ...of(77, 'Organization'),
  type: 'workflows',
  parameters: { workflows: [{ path: '.github/workflows/gate.yml', repository_id: repositoryId, ...more }] },
});
export const bypass = (actor_type: string, actor_id: number | null = null, bypass_mode = 'always') => ({
  ...{ actor_type, actor_id, bypass_mode },
});
