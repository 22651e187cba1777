import { quoted } from '../text/visible.ts';
import { isSameOwner, isSameRepository, spelledRepository } from './builds.ts';
import { present, release, verifiedProvenance } from '../model/example.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { identity, named } from './subject.ts';

const ask = () => 'Find out from its maintainers whether it moved; until then keep the version that was locked before.';
const now = (args: Args) => `${named(args)} was built in ${quoted(args.built)}`;

export default definePackageRule({
  id: 'source-identity',
  summary:
    'The package is built in the repository that it declares, and in the one that the base version was built in.',
  why:
    'Provenance that verifies says where a package was built, and an attacker can build in a repository of their own. So the ' +
    'repository is compared with the one that the package declares, and with the one of the version that the base locks: by ' +
    'numeric id where the certificates have it, because a name can be taken over once its owner lets go of it.',
  recommended: 'error',
  floor: 'none',
  sources: 'registry',
  needs: ['provenance', 'release', 'predecessorProvenance'],
  messages: {
    'other-repository': {
      severity: 'configured',
      text: (args) => `${now(args)}, and declares ${quoted(args.declared)} as its repository.`,
      remediation: ask,
    },
    'changed-repository': {
      severity: 'configured',
      text: (args) =>
        `${now(args)}, which is not the repository that the version in the base was built in: ${quoted(args.before)}.`,
      remediation: ask,
    },
    'changed-owner': {
      severity: 'configured',
      text: (args) => `${now(args)}, whose owner is not the one that it had for the version in the base.`,
      remediation: ask,
    },
    'changed-workflow': {
      severity: 'advisory',
      text: (args) =>
        `${named(args)} was built by ${quoted(args.workflow)}; the version in the base was built by ${quoted(args.before)}.`,
      remediation: () => 'Look at the workflow in its repository, at the commit that the provenance names.',
    },
  },
  check({ dossier, evidence }) {
    const { provenance } = evidence;
    if (provenance.state === 'absent' || provenance.value.state !== 'verified') return [];
    const build = provenance.value.identity;
    const args = { ...identity(dossier.change), built: build.sourceRepository };
    const built = { built: spelledRepository(build.sourceRepository) };
    const said = [];
    const declared = evidence.release.state === 'present' ? evidence.release.value.repository : undefined;
    if (declared !== undefined && spelledRepository(declared) !== built.built) {
      said.push({ code: 'other-repository', args: { ...args, declared }, stable: { ...built, declared } });
    }
    const { predecessorProvenance } = evidence;
    if (predecessorProvenance.state === 'absent' || predecessorProvenance.value.state !== 'verified') return said;
    const before = predecessorProvenance.value.identity;
    const was = { before: before.sourceRepository };
    if (!isSameRepository(build, before)) {
      said.push({ code: 'changed-repository', args: { ...args, ...was }, stable: { ...built, ...was } });
    } else if (isSameOwner(build, before) === false) {
      const owners = { owner: build.ownerId ?? build.owner ?? '', before: before.ownerId ?? before.owner ?? '' };
      said.push({ code: 'changed-owner', args, stable: owners });
    } else if (build.workflow !== undefined && before.workflow !== undefined && build.workflow !== before.workflow) {
      const workflows = { workflow: build.workflow, before: before.workflow };
      said.push({ code: 'changed-workflow', args: { ...args, ...workflows }, stable: workflows });
    }
    return said;
  },
  examples: [
    { title: 'No provenance: nothing to compare', dossier: {}, expectedCodes: [] },
    {
      title: 'Built where it is declared and where it was built before; letter case does not count',
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
      title: 'A repository of the same name that was made anew',
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepositoryId: '2002' }),
          predecessorProvenance: verifiedProvenance(),
        },
      },
      expectedCodes: ['changed-repository'],
    },
    {
      title: 'The repository was handed to another owner',
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
      title: 'The version in the base had an attestation that does not verify: nothing to compare',
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
