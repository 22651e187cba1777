import { GateFailure } from '../errors.ts';
import { publicGitHub } from '../trust/trust-material.ts';
import type { Trust } from '../trust/trust-material.ts';
import type { AdmissionIdentity, InvalidAdmission, VerifiedAdmission } from '../trust/verify-admission.ts';
import { verifyAdmissions } from '../trust/verify-admission.ts';
import type { Flags } from './flags.ts';
import { readBytes } from './output.ts';

/** Admissions that somebody has as a file: what they say counts only by the identity that signed them. */

const most = 16 * 1024 * 1024;

/** Every document of a file, by whom the flags name. @throws GateFailure `usage` */
export async function admissionsIn(
  path: string,
  identity: AdmissionIdentity,
  trust: Trust,
): Promise<readonly (VerifiedAdmission | InvalidAdmission)[]> {
  return verifyAdmissions(await readBytes(path, most), identity, trust);
}

/**
 * Who has to have signed: the workflow at its branch, and the numeric ids of its repository and owner, so that nobody who takes
 * over the name can.
 * @throws GateFailure `usage` where one of them is not named
 */
export function identityFrom({ signer = '', ownerId }: Flags, repositoryId: number | undefined): AdmissionIdentity {
  const [, repository, host, name, workflow, ref] =
    /^(https:\/\/([\w.-]+)\/([\w.-]+\/[\w.-]+))\/(\.github\/workflows\/[^@]+\.ya?ml)@(refs\/heads\/.+)$/.exec(signer) ??
    [];
  if (repository === undefined || workflow === undefined || ref === undefined) {
    throw new GateFailure(
      'usage',
      'admissions count by who signed them: name the workflow with --signer https://github.com/OWNER/REPO/.github/workflows/FILE.yml@refs/heads/BRANCH',
    );
  }
  const { GITHUB_REPOSITORY, GITHUB_REPOSITORY_OWNER_ID } = process.env;
  const isOwn = GITHUB_REPOSITORY !== undefined && GITHUB_REPOSITORY.toLowerCase() === name?.toLowerCase();
  const owner = ownerId ?? (isOwn && GITHUB_REPOSITORY_OWNER_ID ? Number(GITHUB_REPOSITORY_OWNER_ID) : undefined);
  if (owner === undefined || repositoryId === undefined) {
    const flag = owner === undefined ? '--owner-id' : '--repository-id';
    throw new GateFailure('usage', `admissions count by numeric ids too, because names change hands: add ${flag}`);
  }
  const issuer = host === 'github.com' ? publicGitHub : `https://${host ?? ''}/_services/token`;
  return { repository, repositoryId: String(repositoryId), ownerId: String(owner), workflow, ref, issuer };
}
