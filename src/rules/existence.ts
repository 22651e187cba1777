import { quoted } from '../text/visible.ts';
import { absent, present } from '../model/example.ts';
import { definePackageRule } from '../model/rule.ts';
import { identity, named, plain, registryOf } from './subject.ts';

export default definePackageRule({
  id: 'existence',
  summary: 'The name and the version exist in the registry that is trusted for them.',
  why:
    'Coding agents write package names that nobody has published: 205,474 distinct ones in a study of 2025, 5 % of the references ' +
    'by commercial models. Whoever registers such a name first owns every build that asks for it; in January 2026 ' +
    'one such name was found in 237 repositories before anybody had registered it.',
  incident: {
    date: '2026-01',
    what:
      'react-codeshift was found in 237 repositories, most of them files that agents had written, before ' +
      'anybody had registered the name. Whoever had registered it would have run code in each.',
  },
  recommended: 'error',
  floor: 'whole',
  sources: 'registry',
  needs: ['existence'],
  messages: {
    'unknown-name': {
      severity: 'mandatory',
      text: (args) =>
        `${quoted(args.name)} is not in ${quoted(args.registry)}: nobody has published a package of this name there.`,
      remediation: (args) =>
        `Remove ${quoted(args.name)}, or correct its name; an invented name can be registered by anyone, so do not wait for it to appear.`,
    },
    'unknown-transitive': {
      severity: 'mandatory',
      text: (args) => `${quoted(args.name)}, asked for by ${quoted(args.path)}, is not in ${quoted(args.registry)}.`,
      remediation: (args) =>
        `Pin a version of ${quoted(args.parent)} that does not ask for ${quoted(args.name)}, or remove it; the name is free for anyone to register.`,
    },
    'removed-name': {
      severity: 'mandatory',
      text: (args) => `${quoted(args.name)} is no longer in ${quoted(args.registry)}, although the base locks it.`,
      remediation: (args) =>
        `Find out why the registry removed ${quoted(args.name)} and replace it; whoever registers the name next decides what it installs.`,
    },
    'unknown-version': {
      severity: 'mandatory',
      text: (args) => `${named(args)} was never published: ${quoted(args.registry)} has the name and not this version.`,
      remediation: (args) => `Choose a version of ${quoted(args.name)} that the registry lists, and lock again.`,
    },
    'unpublished-version': {
      severity: 'mandatory',
      text: (args) =>
        `${named(args)} was unpublished: ${quoted(args.registry)} still records its time and no longer has it.`,
      remediation: (args) =>
        `Choose a version of ${quoted(args.name)} that the registry lists; find out why this one was withdrawn before you keep the package.`,
    },
    'no-versions': {
      severity: 'mandatory',
      text: (args) => `${quoted(args.name)} has no version at all in ${quoted(args.registry)}: all were unpublished.`,
      remediation: (args) => `Replace ${quoted(args.name)}: there is nothing to install.`,
    },
    'security-placeholder': {
      severity: 'mandatory',
      text: (args) =>
        `${quoted(args.name)} is held by a security placeholder in ${quoted(args.registry)}: the registry took the package down.`,
      remediation: (args) =>
        `Remove ${quoted(args.name)}; where it was ever installed, treat that machine's secrets as known to others.`,
    },
    refused: {
      severity: 'mandatory',
      text: (args) => `${quoted(args.registry)} refuses ${named(args)} (HTTP ${plain(args.status)}).`,
      remediation: () => 'Ask those who curate the registry why it is refused, or choose a package that they admit.',
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
      title: 'A package that asks for a name that nobody has registered',
      dossier: {
        change: { direct: false, via: [['webpack-helper', 'tiny-loader', 'left-pad']] },
        evidence: { existence: absent },
      },
      expectedCodes: ['unknown-transitive'],
    },
    {
      title: 'A name that the base locks and the registry no longer has',
      dossier: { change: { baseVersions: ['1.2.0'] }, evidence: { existence: absent } },
      expectedCodes: ['removed-name'],
    },
    {
      title: 'A version that never was',
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
      title: 'A name that the registry took over after an attack',
      dossier: { evidence: { existence: present({ answer: 'security-placeholder' }) } },
      expectedCodes: ['security-placeholder'],
    },
    {
      title: 'A curated mirror says no',
      dossier: { evidence: { existence: present({ answer: 'refused', status: 403 }) } },
      expectedCodes: ['refused'],
    },
  ],
});
