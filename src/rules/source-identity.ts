import { quoted } from '../text/visible.ts';
import { isSameOwner, isSameRepository, spelledRepository } from './builds.ts';
import { present, release, verifiedProvenance } from '../model/example.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { identity, named } from './subject.ts';

const ask = () => 'Ask the maintainers whether the repository moved; until then keep the previous version.';
const builtIn = (args: Args) => `${named(args)} was built in ${quoted(args.built)}`;

export default definePackageRule({
  id: 'source-identity',
  summary:
    'The package is built in the repository that it declares, and in the same one as the version on the base branch.',
  why:
    'Verified provenance says where a package was built, but an attacker can build in their own repository. So the repository is ' +
    'compared with the one that the package declares, and with the one of the version on the base branch: by numeric id where the ' +
    'certificates have it, because somebody else can take a name that its owner gives up.',
  recommended: 'error',
  floor: 'none',
  sources: 'registry',
  needs: ['provenance', 'release', 'predecessorProvenance'],
  messages: {
    'other-repository': {
      severity: 'configured',
      text: (args) => `${builtIn(args)}, but declares the repository ${quoted(args.declared)}.`,
      remediation: ask,
    },
    'changed-repository': {
      severity: 'configured',
      text: (args) =>
        `${builtIn(args)}, which is a different repository from that of the version on the base branch (${quoted(args.before)}).`,
      remediation: ask,
    },
    'changed-owner': {
      severity: 'configured',
      text: (args) => `${builtIn(args)}, whose owner has changed since the version on the base branch.`,
      remediation: ask,
    },
    'changed-workflow': {
      severity: 'advisory',
      text: (args) =>
        `${named(args)} was built by the workflow ${quoted(args.workflow)}; the version on the base branch was built by ${quoted(args.before)}.`,
      remediation: () => 'Review the workflow in its repository, at the commit that the provenance names.',
    },
  },
  check({ dossier, evidence }) {
    const { provenance } = evidence;
    if (provenance.state === 'absent' || provenance.value.state !== 'verified') return [];
    const build = provenance.value.identity;
    const args = { ...identity(dossier.change), built: build.sourceRepository };
    const built = { built: spelledRepository(build.sourceRepository) };
    const found = [];
    const declared = evidence.release.state === 'present' ? evidence.release.value.repository : undefined;
    if (declared !== undefined && spelledRepository(declared) !== built.built) {
      found.push({ code: 'other-repository', args: { ...args, declared }, stable: { ...built, declared } });
    }
    const { predecessorProvenance } = evidence;
    if (predecessorProvenance.state === 'absent' || predecessorProvenance.value.state !== 'verified') return found;
    const before = predecessorProvenance.value.identity;
    const was = { before: before.sourceRepository };
    if (!isSameRepository(build, before)) {
      found.push({ code: 'changed-repository', args: { ...args, ...was }, stable: { ...built, ...was } });
    } else if (isSameOwner(build, before) === false) {
      const owners = { owner: build.ownerId ?? build.owner ?? '', before: before.ownerId ?? before.owner ?? '' };
      found.push({ code: 'changed-owner', args, stable: owners });
    } else if (build.workflow !== undefined && before.workflow !== undefined && build.workflow !== before.workflow) {
      const workflows = { workflow: build.workflow, before: before.workflow };
      found.push({ code: 'changed-workflow', args: { ...args, ...workflows }, stable: workflows });
    }
    return found;
  },
  examples: [
    { title: 'No provenance: nothing to compare', dossier: {}, expectedCodes: [] },
    {
      title: 'Built in the declared repository, as before; letter case does not matter',
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepository: 'https://github.com/Acme/Left-Pad' }),
          predecessorProvenance: verifiedProvenance(),
          release: release({ repository: 'github.com/acme/left-pad' }),
        },
      },
      expectedCodes: [],
    },
    {
      title: 'Built in a repository that it does not declare',
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepository: 'https://github.com/acrne/left-pad' }),
          release: release({ repository: 'github.com/acme/left-pad' }),
        },
      },
      expectedCodes: ['other-repository'],
    },
    {
      title: 'A new repository with the same name',
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepositoryId: '2002' }),
          predecessorProvenance: verifiedProvenance(),
        },
      },
      expectedCodes: ['changed-repository'],
    },
    {
      title: 'The repository has another owner',
      dossier: {
        evidence: {
          provenance: verifiedProvenance({
            sourceRepository: 'https://github.com/zeta/left-pad',
            owner: 'https://github.com/zeta',
            ownerId: '99',
          }),
          predecessorProvenance: verifiedProvenance(),
        },
      },
      expectedCodes: ['changed-owner'],
    },
    {
      title: 'Another workflow of the same repository: a warning',
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ workflow: '.github/workflows/publish.yml' }),
          predecessorProvenance: verifiedProvenance(),
        },
      },
      expectedCodes: ['changed-workflow'],
    },
    {
      title: 'The version on the base branch has an attestation that does not verify: nothing to compare',
      dossier: {
        evidence: {
          provenance: verifiedProvenance(),
          predecessorProvenance: present({ state: 'invalid', failed: [{ kind: 'provenance', check: 'signature' }] }),
        },
      },
      expectedCodes: [],
    },
  ],
});
