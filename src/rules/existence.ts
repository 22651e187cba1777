import { quoted } from '../text/visible.ts';
import { absent, present } from '../model/example.ts';
import { definePackageRule } from '../model/rule.ts';
import { identity, named, plain, registryOf } from './subject.ts';

export default definePackageRule({
  id: 'existence',
  summary: 'The name and the version exist in the registry that is trusted for them.',
  why:
    'Coding agents write package names that nobody has published: 205,474 distinct names in a study of 2025, 5 % of the references ' +
    'by commercial models. Whoever registers such a name first controls every build that installs it; in January 2026 ' +
    'one such name was found in 237 repositories before anybody had registered it.',
  incident: {
    date: '2026-01',
    what:
      'react-codeshift was found in 237 repositories, most of them files that agents had written, before ' +
      'anybody had registered the name. Whoever registered it first could have run code in each.',
  },
  recommended: 'error',
  floor: 'whole',
  sources: 'registry',
  needs: ['existence'],
  messages: {
    'unknown-name': {
      severity: 'mandatory',
      text: (args) =>
        `${quoted(args.name)} does not exist in ${quoted(args.registry)}: nobody has published a package with this name there.`,
      remediation: (args) =>
        `Remove ${quoted(args.name)}, or correct its name. Anyone can register an invented name, so do not wait for it to appear.`,
    },
    'unknown-transitive': {
      severity: 'mandatory',
      text: (args) =>
        `${quoted(args.name)}, a dependency of ${quoted(args.path)}, does not exist in ${quoted(args.registry)}.`,
      remediation: (args) =>
        `Pin a version of ${quoted(args.parent)} that does not depend on ${quoted(args.name)}, or remove ${quoted(args.parent)}. Anyone can register the missing name.`,
    },
    'removed-name': {
      severity: 'mandatory',
      text: (args) =>
        `${quoted(args.name)} no longer exists in ${quoted(args.registry)}, although the base branch locks it.`,
      remediation: (args) =>
        `Find out why the registry removed ${quoted(args.name)}, and replace it. Whoever registers the name next decides what is installed.`,
    },
    'unknown-version': {
      severity: 'mandatory',
      text: (args) =>
        `${named(args)} was never published: ${quoted(args.registry)} has the package, but not this version.`,
      remediation: (args) => `Choose a version of ${quoted(args.name)} that the registry lists, and lock again.`,
    },
    'unpublished-version': {
      severity: 'mandatory',
      text: (args) =>
        `${named(args)} was unpublished: ${quoted(args.registry)} still lists its publish time, but no longer has the version.`,
      remediation: (args) =>
        `Choose a version of ${quoted(args.name)} that the registry lists. Before you keep the package, find out why this version was withdrawn.`,
    },
    'no-versions': {
      severity: 'mandatory',
      text: (args) => `${quoted(args.name)} has no versions in ${quoted(args.registry)}: all were unpublished.`,
      remediation: (args) => `Replace ${quoted(args.name)}: there is nothing to install.`,
    },
    'security-placeholder': {
      severity: 'mandatory',
      text: (args) =>
        `${quoted(args.name)} is a security placeholder in ${quoted(args.registry)}: the registry removed the package.`,
      remediation: (args) =>
        `Remove ${quoted(args.name)}. Treat the secrets of every machine that installed it as compromised.`,
    },
    refused: {
      severity: 'mandatory',
      text: (args) => `${quoted(args.registry)} refuses ${named(args)} (HTTP ${plain(args.status)}).`,
      remediation: () =>
        'Ask the operator of the registry why it is refused, or choose a package that the registry allows.',
    },
  },
  check({ dossier, evidence, context }) {
    const { change } = dossier;
    const args = { ...identity(change), registry: registryOf(dossier) };
    if (evidence.existence.state === 'absent') {
      if (context.mode === 'check' && change.baseVersions.length > 0) return [{ code: 'removed-name', args }];
      const path = change.via[0]?.slice(0, -1) ?? [];
      const parent = path.at(-1);
      if (change.direct || parent === undefined) return [{ code: 'unknown-name', args }];
      return [{ code: 'unknown-transitive', args: { ...args, parent, path: path.join(' > ') } }];
    }
    const existence = evidence.existence.value;
    switch (existence.answer) {
      case 'listed':
        return [];
      case 'version-missing':
        return [{ code: existence.unpublished ? 'unpublished-version' : 'unknown-version', args }];
      case 'no-versions':
      case 'security-placeholder':
        return [{ code: existence.answer, args }];
      case 'refused':
        return [{ code: 'refused', args: { ...args, status: existence.status } }];
    }
  },
  examples: [
    { title: 'The registry lists the version', dossier: {}, expectedCodes: [] },
    {
      title: 'A direct dependency that an agent made up',
      dossier: { change: { name: 'react-codeshift', direct: true }, evidence: { existence: absent } },
      expectedCodes: ['unknown-name'],
    },
    {
      title: 'A dependency on a name that nobody has registered',
      dossier: {
        change: { direct: false, via: [['webpack-helper', 'tiny-loader', 'left-pad']] },
        evidence: { existence: absent },
      },
      expectedCodes: ['unknown-transitive'],
    },
    {
      title: 'A name that the base branch locks and the registry no longer has',
      dossier: { change: { baseVersions: ['1.2.0'] }, evidence: { existence: absent } },
      expectedCodes: ['removed-name'],
    },
    {
      title: 'A version that never existed',
      dossier: { evidence: { existence: present({ answer: 'version-missing', unpublished: false }) } },
      expectedCodes: ['unknown-version'],
    },
    {
      title: 'A version that was withdrawn',
      dossier: { evidence: { existence: present({ answer: 'version-missing', unpublished: true }) } },
      expectedCodes: ['unpublished-version'],
    },
    {
      title: 'A name without any version left',
      dossier: { evidence: { existence: present({ answer: 'no-versions' }) } },
      expectedCodes: ['no-versions'],
    },
    {
      title: 'A name that the registry replaced by a placeholder after an attack',
      dossier: { evidence: { existence: present({ answer: 'security-placeholder' }) } },
      expectedCodes: ['security-placeholder'],
    },
    {
      title: 'A curated mirror refuses the version',
      dossier: { evidence: { existence: present({ answer: 'refused', status: 403 }) } },
      expectedCodes: ['refused'],
    },
  ],
});
