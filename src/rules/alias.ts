import { quoted } from '../text/visible.ts';
import { definePackageRule } from '../model/rule.ts';
import { identity, named } from './subject.ts';

export default definePackageRule({
  id: 'alias',
  summary: 'No package is installed under the name of another unnoticed.',
  why:
    'An alias (`"lodash": "npm:lodahs@1"`) installs one package where the code imports another: whoever reads the imports, or ' +
    'searches the manifest for a name, sees the trusted name. Every rule of lockgate judges the real name; this rule reports ' +
    'that there is an alias.',
  recommended: 'warn',
  floor: 'none',
  sources: 'any',
  needs: [],
  messages: {
    'new-alias': {
      severity: 'configured',
      text: (args) =>
        `${named(args)} is installed under a new alias: ${quoted(args.alias)}. lockgate judges it under its real name.`,
      remediation: () => 'Confirm that the package behind the alias is the intended one.',
    },
  },
  check({ dossier: { change }, context }) {
    if (context.mode === 'audit') return [];
    const known = change.baseAliases ?? [];
    return change.aliases
      .filter((alias) => !known.includes(alias))
      .map((alias) => ({ code: 'new-alias', args: { ...identity(change), alias }, stable: { alias } }));
  },
  facts: ({ dossier: { change } }) => ({ after: { aliases: [...change.aliases].sort() } }),
  examples: [
    { title: 'A package under its own name', dossier: {}, expectedCodes: [] },
    {
      title: 'An alias that the base branch has too, for another version',
      dossier: {
        change: {
          kind: 'updated',
          previousVersion: '1.2.0',
          baseVersions: ['1.2.0'],
          aliases: ['pad'],
          baseAliases: ['pad'],
        },
      },
      expectedCodes: [],
    },
    { title: 'An alias in an audit', mode: 'audit', dossier: { change: { aliases: ['pad'] } }, expectedCodes: [] },
    {
      title: 'A new package under another name',
      dossier: { change: { aliases: ['lodash'] } },
      expectedCodes: ['new-alias'],
    },
  ],
});
