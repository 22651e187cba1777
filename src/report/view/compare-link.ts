/** The page that shows what changed in the source of a package between two versions. */
import type { BuildIdentity, Change, Dossier, Evidence, ProvenanceOutcome } from '../../model/index.ts';
import { compareVersion } from '../../text/order.ts';
import { isCompareUrl } from './links.ts';

/** GitHub's issuer, and what it calls itself for an enterprise of github.com that asks for that (GitHub docs, OIDC reference). */
const githubIssuer = /^https:\/\/token\.actions\.githubusercontent\.com(?:\/[^/]+)?$/u;

/**
 * The page on the build server that compares the commits that the locked version and the version before it were built
 * from. Undefined unless both provenances verify, both certificates name commits of one repository (by its numeric id) on
 * github.com or gitlab.com, and this version is the later one: nothing that the package says of itself is in it.
 */
export function compareUrl(change: Change, { evidence }: Pick<Dossier, 'evidence'>): string | undefined {
  const { kind, version, previousVersion, baseVersions } = change;
  if (kind !== 'updated' || previousVersion === undefined || !baseVersions.includes(previousVersion)) return undefined;
  if (compareVersion(version, previousVersion) <= 0) return undefined;
  const [before, now] = [certified(evidence.predecessorProvenance), certified(evidence.provenance)];
  if (before === undefined || now === undefined || !isSameRepository(before, now)) return undefined;
  if (before.commit === now.commit) return undefined;
  const path = now.platform === 'gitlab' ? '/-/compare/' : '/compare/';
  const url = `${now.sourceRepository}${path}${before.commit}...${now.commit}`;
  return isCompareUrl(url) ? url : undefined;
}

type Certified = BuildIdentity & { readonly commit: string };

/** A verified build of a public server whose certificate, and not its statement alone, names the commit. */
function certified(provenance: Evidence<ProvenanceOutcome>): Certified | undefined {
  if (provenance.state !== 'present' || provenance.value.state !== 'verified') return undefined;
  const { identity } = provenance.value;
  const { platform, issuer, sourceRepository, commit, claimed } = identity;
  const isOnServer =
    (platform === 'github' && githubIssuer.test(issuer) && sourceRepository.startsWith('https://github.com/')) ||
    (platform === 'gitlab' && issuer === 'https://gitlab.com' && sourceRepository.startsWith('https://gitlab.com/'));
  return !isOnServer || commit === undefined || claimed.includes('commit') ? undefined : { ...identity, commit };
}

/** By the numeric id of both certificates, which survives a new name; a name alone may have changed hands. */
function isSameRepository(before: Certified, now: Certified): boolean {
  const id = certifiedId(now);
  return before.platform === now.platform && id !== undefined && certifiedId(before) === id;
}

const certifiedId = ({ sourceRepositoryId, claimed }: BuildIdentity) =>
  claimed.includes('sourceRepositoryId') ? undefined : sourceRepositoryId;
