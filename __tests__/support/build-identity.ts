/** The builds that a private Sigstore certifies: as certificate extensions, and as the provenance npm would write. */

export interface BuildIdentity {
  readonly platform: 'github' | 'gitlab';
  readonly issuer: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  /** Path of the top-level workflow. */
  readonly workflow: string;
  readonly ref: string;
  readonly commit: string;
  readonly trigger: string;
  readonly runner: 'github-hosted' | 'gitlab-hosted' | 'self-hosted';
  /** `owner/name/path@ref` of the reusable workflow that signs. */
  readonly reusable?: string;
  /** A person's address in the place of a workflow. */
  readonly email?: string;
  /** Certificates of early 2023 carry only the first six extensions. */
  readonly early?: boolean;
}

const github: BuildIdentity = {
  platform: 'github',
  issuer: 'https://token.actions.githubusercontent.com',
  repository: 'acme/widget',
  repositoryId: '1001',
  ownerId: '11',
  workflow: '.github/workflows/release.yml',
  ref: 'refs/heads/main',
  commit: '0123456789abcdef0123456789abcdef01234567',
  trigger: 'push',
  runner: 'github-hosted',
};
const gitlab: BuildIdentity = {
  ...github,
  platform: 'gitlab',
  issuer: 'https://gitlab.com',
  workflow: '.gitlab-ci.yml',
  runner: 'gitlab-hosted',
};

/** An ordinary build, but for what is told. */
export function buildIdentity(told: Partial<BuildIdentity> = {}): BuildIdentity {
  return { ...(told.platform === 'gitlab' ? gitlab : github), ...told };
}

const serverOf = ({ platform }: BuildIdentity) => `https://${platform}.com`;
const repositoryUri = (identity: BuildIdentity) => `${serverOf(identity)}/${identity.repository}`;
const workflowUri = (identity: BuildIdentity) =>
  `${repositoryUri(identity)}/${identity.platform === 'gitlab' ? '/' : ''}${identity.workflow}@${identity.ref}`;
const signerUri = (identity: BuildIdentity) =>
  identity.reusable === undefined ? workflowUri(identity) : `${serverOf(identity)}/${identity.reusable}`;
const runUri = (identity: BuildIdentity) =>
  identity.platform === 'gitlab'
    ? `${repositoryUri(identity)}/-/jobs/7`
    : `${repositoryUri(identity)}/actions/runs/7/attempts/1`;

/** The subject alternative name. */
export function subjectOf(identity: BuildIdentity): string {
  return identity.email ?? signerUri(identity);
}

interface Extension {
  readonly oid: string;
  readonly value: string;
  readonly legacy?: boolean;
}

export function certificateExtensions(identity: BuildIdentity): Extension[] {
  const oid = (arc: number) => `1.3.6.1.4.1.57264.1.${arc}`;
  const raw = (arc: number, value: string): Extension => ({ oid: oid(arc), value, legacy: true });
  const text = (arc: number, value: string): Extension => ({ oid: oid(arc), value });
  const { issuer, trigger, commit, repository, ref } = identity;
  if (identity.email !== undefined) return [raw(1, issuer), text(8, issuer)];
  const first = [raw(2, trigger), raw(3, commit), raw(4, 'release'), raw(5, repository), raw(6, ref)];
  const early = [raw(1, issuer), ...(identity.platform === 'github' ? first : [])];
  if (identity.early === true) return early;
  return [
    ...early,
    text(8, issuer),
    text(9, signerUri(identity)),
    text(10, commit),
    text(11, identity.runner),
    text(12, repositoryUri(identity)),
    text(13, commit),
    text(14, ref),
    text(15, identity.repositoryId),
    text(16, repositoryUri(identity).slice(0, repositoryUri(identity).lastIndexOf('/'))),
    text(17, identity.ownerId),
    text(18, workflowUri(identity)),
    text(19, commit),
    text(20, trigger),
    text(21, runUri(identity)),
    text(22, 'public'),
  ];
}

function v1Predicate(identity: BuildIdentity): Record<string, unknown> {
  const { ref, commit, workflow, trigger, repositoryId, ownerId, runner } = identity;
  const repository = repositoryUri(identity);
  return {
    buildDefinition: {
      buildType: 'https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1',
      externalParameters: { workflow: { ref, repository, path: workflow } },
      internalParameters: {
        github: { event_name: trigger, repository_id: repositoryId, repository_owner_id: ownerId },
      },
      resolvedDependencies: [{ uri: `git+${repository}@${ref}`, digest: { gitCommit: commit } }],
    },
    runDetails: {
      builder: { id: `https://github.com/actions/runner/${runner}` },
      metadata: { invocationId: runUri(identity) },
    },
  };
}

function v02Predicate(identity: BuildIdentity): Record<string, unknown> {
  const { platform, repository, repositoryId, ownerId, ref, commit, workflow, trigger } = identity;
  const source = { uri: `git+${repositoryUri(identity)}@${ref}`, digest: { sha1: commit } };
  const onGithub = platform === 'github';
  return {
    buildType: onGithub ? 'https://github.com/npm/cli/gha/v2' : 'https://github.com/npm/cli/gitlab/v0alpha1',
    builder: { id: onGithub ? 'https://github.com/actions/runner' : `${repositoryUri(identity)}/-/runners/3` },
    invocation: {
      configSource: { ...source, entryPoint: onGithub ? workflow : 'publish' },
      parameters: onGithub
        ? {}
        : { CI_PROJECT_ID: repositoryId, CI_PROJECT_NAMESPACE_ID: ownerId, CI_PIPELINE_SOURCE: trigger },
      environment: onGithub
        ? {
            GITHUB_EVENT_NAME: trigger,
            GITHUB_REF: ref,
            GITHUB_REPOSITORY: repository,
            GITHUB_REPOSITORY_ID: repositoryId,
            GITHUB_REPOSITORY_OWNER_ID: ownerId,
            GITHUB_WORKFLOW_REF: `${repository}/${workflow}@${ref}`,
          }
        : { name: 'runner', job: { id: '7' } },
    },
    materials: [source],
  };
}

/** What npm's client writes into a provenance for such a build. */
export function provenancePredicate(type: string, identity: BuildIdentity): Record<string, unknown> {
  return type.endsWith('/v1') ? v1Predicate(identity) : v02Predicate(identity);
}
