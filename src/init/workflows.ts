/** The workflows that `init` writes. Whoever commits them pins the action: lockgate does not know which commit they trust. */

/** The check. */
export const workflowText = `# Judges what a pull request's lockfiles would pull in. Replace OWNER with the owner of the action's repository, and <40 hex> with
# the 40 digits of a commit that you have reviewed.
name: dependency-gate
on:
  pull_request: { types: [opened, synchronize, reopened, ready_for_review, edited] }
  merge_group:
permissions: { contents: read, pull-requests: write }
jobs:
  dependency-gate: # no if, no needs, no path filter, no matrix: a job that is skipped satisfies a required check
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: OWNER/lockgate@<40 hex>
`;

/** The same where a second workflow writes the comment, which this one cannot do for a pull request from a fork. */
export const silentWorkflowText = `${workflowText.replace('pull-requests: write', 'pull-requests: read')}        with: { comment: false } # dependency-gate-comment.yml writes it, for forks too
`;

/** Writes the comment with the rights of the default branch. */
export const commentText = `# Writes the comment, also where the pull request comes from a fork, whose own run can only read. It judges the same commit again and
# uses no output of the first run. Replace OWNER and <40 hex> as in dependency-gate.yml.
name: dependency-gate-comment
on:
  workflow_run: { workflows: [dependency-gate], types: [completed] }
permissions: { contents: read, pull-requests: write }
jobs:
  dependency-gate-comment:
    if: github.event.workflow_run.event == 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: OWNER/lockgate@<40 hex>
`;

/** Judges every day what is locked: advisories and removals come after the merge. */
export const auditText = `# Judges every day everything that is locked. Replace OWNER and <40 hex> as in dependency-gate.yml.
name: dependency-audit
on:
  schedule: [{ cron: '41 4 * * *' }]
  workflow_dispatch:
permissions: { contents: read, pull-requests: read }
jobs:
  dependency-audit:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: OWNER/lockgate@<40 hex>
`;

/** Runs what only waited again: without it nobody turns the check green when the time has come. */
export const rerunText = `# Reruns the check of a pull request that had to wait, when its time has come. Replace OWNER and <40 hex> as in dependency-gate.yml.
name: dependency-rerun
on:
  schedule: [{ cron: '17 * * * *' }]
permissions: { contents: read, actions: write, pull-requests: read }
jobs:
  dependency-rerun:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: OWNER/lockgate@<40 hex>
        with:
          rerun: .github/workflows/dependency-gate.yml
          audit: false
`;
