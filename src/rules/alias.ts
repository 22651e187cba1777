import { quoted } from '../text/visible.ts';
import { definePackageRule } from '../model/rule.ts';
import { identity, named } from './subject.ts';

export default definePackageRule({
  id: 'alias',
  summary: 'No package comes in under the name of another unseen.',
  why:
    'An alias (`"lodash": "npm:lodahs@1"`) installs one package where the code asks for another: whoever reads the imports, ' +
    'or greps the manifest for a name, sees the trusted one. lockgate judges the real name in every rule; this one says that ' +
    'there is another.',
  recommended: 'warn',
  floor: 'none',
  sources: 'any',
  needs: [],
  messages: {
    'new-alias': {
      severity: 'configured',
      text: (args) =>
        `${named(args)} is newly installed under another name: ${quoted(args.alias)}. It is judged under its real name.`,
      remediation: () => 'Make sure that the package behind the alias is the one that is meant.',
    },
  },
  check({ dossier: { change }, context }) {
    if (context.mode === 'audit') return [];
    const known = change.baseAliases ?? [];
    return change.aliases
      .filter((alias) => !known.includes(alias))
      .map((alias) => ({ code: 'new-alias', args: { ...identity(change), alias }, stable: { alias } }));
  },
  examples: [
    { title: 'A package under its own name', dossier: {}, expectedCodes: [] },
    {
      title: 'An alias that the base has too, in another version',
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
