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

/**
 * The round: runs the check again when people decide, and writes the comment for forks. No `if` lets more through than the action
 * itself does (src/platform/github/round/asked.ts), and none less.
 */
export const roundText = `# Runs the check again where a comment of somebody who may decide changes what it says, and once a day where it is green by such a
# comment. Replace OWNER and <40 hex> as in dependency-gate.yml.
name: dependency-round
on:
  issue_comment: { types: [created, edited, deleted] }
  workflow_run: { workflows: [dependency-gate], types: [completed] }
  schedule: [{ cron: '17 4 * * *' }]
permissions: { contents: read, pull-requests: write, actions: write }
jobs:
  decide: # somebody decides, or asks with \`/lockgate check\`
    if: >-
      github.event_name == 'issue_comment' && github.event.issue.pull_request && github.event.comment.user.type == 'User' && (
      startsWith(github.event.comment.body, '/deny') || startsWith(github.event.changes.body.from, '/deny') ||
      (github.event.issue.state == 'open' && (
      startsWith(github.event.comment.body, '/approve') || startsWith(github.event.changes.body.from, '/approve') ||
      startsWith(github.event.comment.body, '/withdraw') || startsWith(github.event.changes.body.from, '/withdraw') ||
      startsWith(github.event.comment.body, '/lockgate check') || startsWith(github.event.changes.body.from, '/lockgate check'))))
    # Of each person's comments on a pull request the newest may wait. Those of others never take its place.
    concurrency:
      group: dependency-round-\${{ github.event.issue.number }}-\${{ github.event.comment.user.id }}
      cancel-in-progress: false
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: OWNER/lockgate@<40 hex>
        with: { gate-workflow: .github/workflows/dependency-gate.yml }
  tell: # writes the comment where the check's own token could only read
    if: >-
      github.event_name == 'workflow_run' && github.event.workflow_run.event == 'pull_request' &&
      github.event.workflow_run.head_repository && github.event.workflow_run.head_repository.full_name != github.repository
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: OWNER/lockgate@<40 hex>
  daily: # judges again what is green because somebody let it in
    if: github.event_name == 'schedule'
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: OWNER/lockgate@<40 hex>
        with: { gate-workflow: .github/workflows/dependency-gate.yml, audit: false }
`;
