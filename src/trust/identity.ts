import type { Signer } from '@sigstore/verify';

import { CheckFailure, demandEqual } from './checks.ts';
import type { Claims } from './claims.ts';
import { type Extensions, readExtensions } from './extensions.ts';
import { type Platform, publicGitHub, type TrustedIssuer } from './trust-material.ts';

/** Where and by what a package was built. All texts are third-party text. */
export interface Identity {
  readonly platform: Platform;
  /** The OIDC issuer that vouched for the build. */
  readonly issuer: string;
  /** The certificate's subject: on GitHub the workflow that signed, which for a reusable workflow is not the caller's. */
  readonly subjectAlternativeName: string;
  /** The address of the repository that the build ran in: the caller's, never a reusable workflow's. */
  readonly sourceRepository: string;
  readonly sourceRepositoryId: string | undefined;
  readonly owner: string | undefined;
  readonly ownerId: string | undefined;
  /** The top-level workflow, as a path within the repository; undefined where it lies elsewhere or is not known. */
  readonly workflow: string | undefined;
  readonly ref: string | undefined;
  readonly commit: string | undefined;
  /** The workflow that signed: the certificate's build signer URI. */
  readonly buildSigner: string;
  /** The builder's id, as the statement says. */
  readonly builder: string | undefined;
  readonly runner: 'hosted' | 'self-hosted' | undefined;
  readonly trigger: string | undefined;
  readonly runUri: string | undefined;
  /** Fields that the certificate lacks and only the statement says: whoever controls the build can write them. */
  readonly claimed: readonly IdentityField[];
}

export type IdentityField = Exclude<keyof Identity, 'claimed' | 'platform'>;

/** Certificates of early 2023 carry only the first six extensions, which GitHub alone had. */
const githubServer = 'https://github.com/';

function readRunner(environment: string | undefined): Identity['runner'] {
  if (environment === undefined) return undefined;
  return environment === 'github-hosted' || environment === 'gitlab-hosted' ? 'hosted' : 'self-hosted';
}

/**
 * The path within a repository that a workflow's address `<repository>/<path>@<ref>` names (on GitLab
 * `<repository>//<path>@<ref>`). A ref may hold `@`, so the first one that a ref follows is the separator.
 */
function workflowPath(uri: string | undefined, repository: string): string | undefined {
  if (uri?.startsWith(`${repository}/`) !== true) return undefined;
  const rest = uri.slice(repository.length).replace(/^\/{1,2}/, '');
  const separator = rest.includes('@refs/') ? rest.indexOf('@refs/') : rest.indexOf('@');
  return separator > 0 ? rest.slice(0, separator) : undefined;
}

interface Certified {
  readonly sourceRepository: string;
  readonly sourceRepositoryId: string | undefined;
  readonly ownerId: string | undefined;
  readonly ref: string | undefined;
  readonly commit: string | undefined;
  readonly workflowUri: string | undefined;
  readonly trigger: string | undefined;
  readonly runUri: string | undefined;
}

function readCertified({ text, subject }: Extensions, { platform, issuer }: TrustedIssuer): Certified {
  // An early certificate names the repository without its server, and all of them are of the public one.
  const name = platform === 'github' && issuer === publicGitHub ? text(5) : undefined;
  const sourceRepository = text(12) ?? (name === undefined ? undefined : `${githubServer}${name}`);
  if (sourceRepository === undefined) throw new CheckFailure('identity', { found: subject });
  return {
    sourceRepository,
    sourceRepositoryId: text(15),
    ownerId: text(17),
    ref: text(14) ?? text(6),
    commit: text(13) ?? text(3),
    workflowUri: text(18),
    trigger: text(20) ?? text(2),
    runUri: text(21),
  };
}

const runnerOf = (builder: string | undefined) =>
  /^https:\/\/github\.com\/actions\/runner\/([^/]+)$/.exec(builder ?? '')?.[1];

/**
 * A runner that is not the certificate's is a build that claims to be another. A workflow that did not sign is only claimed:
 * slsa-github-generator signs for the workflows that delegate to it and writes their ids (docs/decisions/0222).
 */
function demandRunner(builder: string | undefined, runner: string | undefined): void {
  const said = runnerOf(builder);
  if (said !== undefined && runner !== undefined) demandEqual('contradiction', runner, said);
}

const compared = [
  'sourceRepository',
  'sourceRepositoryId',
  'ownerId',
  'ref',
  'commit',
  'workflowUri',
  'trigger',
  'runUri',
] as const satisfies readonly (keyof Certified)[];

function demandAgreement(certified: Certified, claims: Claims): void {
  for (const field of compared) {
    const certain = certified[field];
    const claim = claims[field];
    if (certain !== undefined && claim !== undefined) demandEqual('contradiction', certain, claim);
  }
}

function readIssuer({ text }: Extensions, issuers: readonly TrustedIssuer[]): TrustedIssuer {
  const issuer = text(8) ?? text(1);
  const known = issuers.find((candidate) => candidate.issuer === issuer);
  if (known === undefined) throw new CheckFailure('issuer', issuer === undefined ? {} : { found: issuer });
  if (text(1) !== undefined) demandEqual('identity', known.issuer, text(1));
  return known;
}

/**
 * The identity behind a verified provenance: what the certificate says, and from the statement what it does not say and
 * does not contradict.
 * @throws CheckFailure `identity`, `issuer` or `contradiction`.
 */
export function readIdentity(signer: Signer, claims: Claims, issuers: readonly TrustedIssuer[]): Identity {
  const extensions = readExtensions(signer);
  const known = readIssuer(extensions, issuers);
  const { platform, issuer } = known;
  const { subject, text } = extensions;
  const buildSigner = text(9) ?? subject;
  // On both platforms Fulcio writes the same claim into both places (fulcio, config/identity/config.yaml).
  if (platform !== 'other') demandEqual('identity', subject, buildSigner);

  const certified = readCertified(extensions, known);
  demandAgreement(certified, claims);
  demandRunner(claims.builder, text(11));

  const claimed: IdentityField[] = claims.builder === undefined || claims.builder === buildSigner ? [] : ['builder'];
  const settled = (
    field: IdentityField,
    certain: string | undefined,
    claim: string | undefined,
  ): string | undefined => {
    if (certain === undefined && claim !== undefined) claimed.push(field);
    return certain ?? claim;
  };
  const { sourceRepository } = certified;
  const certifiedWorkflow = workflowPath(
    certified.workflowUri ?? (text(12) === undefined ? subject : undefined),
    sourceRepository,
  );
  return {
    platform,
    issuer,
    subjectAlternativeName: subject,
    sourceRepository,
    sourceRepositoryId: settled('sourceRepositoryId', certified.sourceRepositoryId, claims.sourceRepositoryId),
    owner: text(16) ?? sourceRepository.slice(0, sourceRepository.lastIndexOf('/')),
    ownerId: settled('ownerId', certified.ownerId, claims.ownerId),
    workflow: settled('workflow', certifiedWorkflow, workflowPath(claims.workflowUri, sourceRepository)),
    ref: settled('ref', certified.ref, claims.ref),
    commit: settled('commit', certified.commit, claims.commit),
    buildSigner,
    builder: claims.builder,
    runner: readRunner(text(11)),
    trigger: settled('trigger', certified.trigger, claims.trigger),
    runUri: settled('runUri', certified.runUri, claims.runUri),
    claimed,
  };
}
