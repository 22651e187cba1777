import { quoted } from '../text/visible.ts';
import { exampleRegistry } from '../model/example.ts';
import { definePackageRule } from '../model/rule.ts';
import { identity, named, pinsOf, plain, registryOf } from './subject.ts';

/** The first part in which two addresses differ. Both are canonical, or the shown text is not an address. */
function differingPart(shown: string, registry: string): string {
  if (!URL.canParse(shown) || !URL.canParse(registry)) return 'address';
  const [one, other] = [new URL(shown), new URL(registry)];
  if (one.hostname !== other.hostname) return 'host';
  if (one.protocol !== other.protocol) return 'scheme';
  return one.port === other.port ? 'path' : 'port';
}

const lockAgain = (args: { readonly registry?: string | number }) =>
  `Remove the entry from the lockfile and lock again with the registry set to ${quoted(args.registry)}; do not edit the address by hand.`;

export default definePackageRule({
  id: 'registry',
  summary: 'The `resolved` address is in the registry that is trusted for the name, and has its canonical form.',
  why:
    'A lockfile decides where a package manager downloads from, and few reviewers read it: one changed `resolved` among thousands ' +
    "of lines installs from an attacker's server. Look-alike hosts, user info before the host, ports, plain http and forms that URL " +
    'parsers read differently are all ways to write such an address.',
  recommended: 'error',
  floor: 'whole',
  sources: 'registry',
  needs: [],
  messages: {
    credentials: {
      severity: 'mandatory',
      text: (args) => `The \`resolved\` of ${named(args)} contains user info before the host: ${quoted(args.shown)}.`,
      remediation: (args) =>
        `${lockAgain(args)} If the user info is a credential, revoke it: it is in the git history.`,
    },
    elsewhere: {
      severity: 'mandatory',
      text: (args) =>
        `The \`resolved\` of ${named(args)} is ${quoted(args.shown)}, which is outside ${quoted(args.registry)}: another ${plain(args.part)}.`,
      remediation: (args) =>
        `${lockAgain(args)} If the address is right, first name its registry in the policy on the default branch (\`registries\`).`,
    },
    invalid: {
      severity: 'mandatory',
      text: (args) => `The \`resolved\` of ${named(args)} is not a valid address: ${quoted(args.shown)}.`,
      remediation: lockAgain,
    },
    'not-canonical': {
      severity: 'mandatory',
      text: (args) =>
        `The \`resolved\` of ${named(args)} is not in canonical form, so two programs may read it as different addresses: ${quoted(args.shown)}.`,
      remediation: lockAgain,
    },
  },
  check(subject) {
    const { dossier } = subject;
    const registry = registryOf(dossier);
    return pinsOf(dossier).flatMap(({ pin, address }) => {
      if (address.verdict === 'trusted' || address.verdict === 'omitted') return [];
      const shown = address.shown ?? '';
      return [
        {
          code: address.verdict,
          args: { ...identity(dossier.change), registry, shown, part: differingPart(shown, registry) },
          stable: { shown },
          line: pin.line,
          places: pin.places,
        },
      ];
    });
  },
  examples: [
    { title: "The address is the trusted registry's", dossier: {}, expectedCodes: [] },
    {
      title: 'The lockfile omits the address: the registry that applies to the name is used',
      dossier: { addresses: [{ verdict: 'omitted' }] },
      expectedCodes: [],
    },
    {
      title: 'A look-alike host',
      dossier: {
        addresses: [
          { verdict: 'elsewhere', shown: 'https://registry.example.evil.test/left-pad/-/left-pad-1.3.0.tgz' },
        ],
      },
      expectedCodes: ['elsewhere'],
    },
    {
      title: 'Plain http',
      dossier: {
        addresses: [
          { verdict: 'elsewhere', shown: `${exampleRegistry.replace('https', 'http')}left-pad/-/left-pad-1.3.0.tgz` },
        ],
      },
      expectedCodes: ['elsewhere'],
    },
    {
      title: "The registry's name as user info of another host",
      dossier: {
        addresses: [{ verdict: 'credentials', shown: 'https://***@evil.test/left-pad/-/left-pad-1.3.0.tgz' }],
      },
      expectedCodes: ['credentials'],
    },
    {
      title: 'An address that is not a valid URL',
      dossier: { addresses: [{ verdict: 'invalid', shown: 'https://[::1/left-pad-1.3.0.tgz' }] },
      expectedCodes: ['invalid'],
    },
    {
      title: 'An address that differs from its canonical form',
      dossier: {
        addresses: [{ verdict: 'not-canonical', shown: 'https:\\\\registry.example\\left-pad\\-\\left-pad-1.3.0.tgz' }],
      },
      expectedCodes: ['not-canonical'],
    },
  ],
});
