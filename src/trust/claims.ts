import { asList, asText, at } from './json.ts';
import type { Statement } from './statement.ts';

/**
 * What a provenance statement claims about its own source. The builder writes it, so whoever controls the build controls it:
 * it counts only if the certificate does not contradict it, and never instead of the certificate.
 */
export interface Claims {
  readonly sourceRepository?: string | undefined;
  readonly sourceRepositoryId?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly ref?: string | undefined;
  readonly commit?: string | undefined;
  /** The top-level workflow's address: `<repository>/<path>@<ref>`. */
  readonly workflowUri?: string | undefined;
  readonly trigger?: string | undefined;
  readonly runUri?: string | undefined;
  readonly builder?: string | undefined;
}

/** GitHub's workflow build types: SLSA's, and the one that GitHub's own attest action writes. */
const workflowBuildTypes: ReadonlySet<unknown> = new Set([
  'https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1',
  'https://actions.github.io/buildtypes/workflow/v1',
]);

/** Splits `git+<repository>@<ref>` (SPDX download location): a ref may hold `@`, a repository's address here does not. */
function splitGitUri(uri: unknown): { readonly repository?: string; readonly ref?: string } {
  const text = asText(uri);
  if (text === undefined || !text.startsWith('git+')) return {};
  const [repository = '', ...rest] = text.slice('git+'.length).split('@');
  return rest.length === 0 ? { repository } : { repository, ref: rest.join('@') };
}

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** SLSA provenance v1 by GitHub's workflow build types (https://slsa.dev/spec/v1.0/provenance). */
function readWorkflow(predicate: unknown): Claims {
  const workflow = at(predicate, 'buildDefinition', 'externalParameters', 'workflow');
  const github = at(predicate, 'buildDefinition', 'internalParameters', 'github');
  const [source] = asList(at(predicate, 'buildDefinition', 'resolvedDependencies')) ?? [];
  const sourceRepository = asText(at(workflow, 'repository'));
  return {
    sourceRepository,
    sourceRepositoryId: asText(at(github, 'repository_id')),
    ownerId: asText(at(github, 'repository_owner_id')),
    ref: splitGitUri(at(source, 'uri')).ref,
    commit: asText(at(source, 'digest', 'gitCommit')),
    workflowUri: joined(sourceRepository, '/', asText(at(workflow, 'path')), '@', asText(at(workflow, 'ref'))),
    trigger: asText(at(github, 'event_name')),
    runUri: asText(at(predicate, 'runDetails', 'metadata', 'invocationId')),
  };
}

/**
 * SLSA provenance v0.2 as npm's client writes it on GitHub (`gha@v0`, `gha/v1`, `gha/v2`) and on GitLab, and as
 * slsa-github-generator does: the source in `configSource`, the rest in the environment, where there is one.
 */
function readInvocation(predicate: unknown): Claims {
  const invocation = at(predicate, 'invocation');
  const environment = at(invocation, 'environment');
  const variable = (name: string) => asText(at(environment, name)) ?? asText(at(environment, name.toLowerCase()));
  const sourceRepository = splitGitUri(at(invocation, 'configSource', 'uri')).repository;
  const path = variable('GITHUB_REPOSITORY');
  const server =
    path !== undefined && sourceRepository?.endsWith(`/${path}`) === true
      ? sourceRepository.slice(0, -path.length)
      : undefined;
  return {
    sourceRepository,
    sourceRepositoryId: variable('GITHUB_REPOSITORY_ID') ?? asText(at(invocation, 'parameters', 'CI_PROJECT_ID')),
    ownerId: variable('GITHUB_REPOSITORY_OWNER_ID') ?? asText(at(invocation, 'parameters', 'CI_PROJECT_NAMESPACE_ID')),
    ref: variable('GITHUB_REF'),
    commit: asText(at(invocation, 'configSource', 'digest', 'sha1')),
    workflowUri: joined(server, variable('GITHUB_WORKFLOW_REF')),
    trigger: variable('GITHUB_EVENT_NAME') ?? asText(at(invocation, 'parameters', 'CI_PIPELINE_SOURCE')),
  };
}

/** Reads what a provenance statement claims; fields that a build type does not have stay undefined. */
export function readClaims({ predicateType, predicate }: Statement): Claims {
  if (predicateType === 'https://slsa.dev/provenance/v0.2') {
    return { ...readInvocation(predicate), builder: asText(at(predicate, 'builder', 'id')) };
  }
  const builder = asText(at(predicate, 'runDetails', 'builder', 'id'));
  const isWorkflow = workflowBuildTypes.has(at(predicate, 'buildDefinition', 'buildType'));
  return isWorkflow ? { ...readWorkflow(predicate), builder } : { builder };
}
