import { describe, expect, test } from '@jest/globals';

import { runsTrustedFile } from '../../../src/platform/github/trusted-file.ts';
import type { RunOf } from '../../../src/platform/github/trusted-file.ts';
import type { ActionEvent } from '../../../src/platform/github/request.ts';

/** Where a token that reads teams may be: in no file that a pull request writes. */

const isTrusted = (event: object, more: Partial<RunOf> = {}) =>
  runsTrustedFile({
    ...{ event: event as ActionEvent, fullName: 'octo/shop', workflowRef: undefined, ref: undefined },
    ...{ defaultBranch: 'main', ...more },
  });
const required = 'octo/security/.github/workflows/gate.yml@refs/heads/main';

describe('trusted is the file', () => {
  test.each(['issue_comment', 'schedule', 'workflow_run'])('of %s, which is the default branch’s', (kind) => {
    expect(isTrusted({ kind })).toBe(true);
  });

  test.each(['pull_request', 'merge_group'])('of %s from another repository, which a ruleset requires', (kind) => {
    expect(isTrusted({ kind }, { workflowRef: required })).toBe(true);
    expect(isTrusted({ kind }, { workflowRef: required.replace('heads/main', 'tags/v1') })).toBe(true);
  });

  test.each(['push', 'workflow_dispatch'])('of %s on the default branch', (kind) => {
    expect(isTrusted({ kind, ref: 'refs/heads/main' }, { ref: 'refs/heads/main' })).toBe(true);
  });
});

describe('not trusted is the file', () => {
  test.each(['pull_request', 'merge_group'])('of %s from the repository itself', (kind) => {
    for (const home of ['octo/shop', 'Octo/Shop']) {
      const workflowRef = `${home}/.github/workflows/gate.yml@refs/heads/main`;
      expect(isTrusted({ kind }, { workflowRef })).toBe(false);
    }
  });

  test.each(['pull_request', 'merge_group'])('of %s from a pull request, whoever has the repository', (kind) => {
    for (const home of ['octo/shop', 'mallory/shop']) {
      const workflowRef = `${home}/.github/workflows/gate.yml@refs/pull/7/merge`;
      expect(isTrusted({ kind }, { workflowRef })).toBe(false);
    }
  });

  test.each(['pull_request', 'merge_group'])('of %s that the runner does not name as GitHub does', (kind) => {
    for (const workflowRef of ['octo/security/gate.yml@refs/heads/main', 'octo/security', '', undefined]) {
      expect(isTrusted({ kind }, { workflowRef })).toBe(false);
    }
  });

  test.each(['push', 'workflow_dispatch'])('of %s on another branch', (kind) => {
    expect(isTrusted({ kind, ref: 'refs/heads/topic' }, { ref: 'refs/heads/topic' })).toBe(false);
    expect(isTrusted({ kind, ref: 'refs/heads/main' }, { ref: 'refs/heads/topic' })).toBe(false);
  });

  test('of a push where the default branch is not known', () => {
    const more = { ref: 'refs/heads/main', defaultBranch: undefined };
    expect(isTrusted({ kind: 'push', ref: 'refs/heads/main' }, more)).toBe(false);
  });
});
