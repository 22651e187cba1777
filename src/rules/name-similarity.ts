import { quoted } from '../text/visible.ts';
import { present } from '../model/example.ts';
import { packageSelectors, selects } from '../model/options.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { identity, plain } from './subject.ts';

const likenesses = {
  same: 'differs in nothing but punctuation, affixes, the order of words or characters that look alike',
  'one-edit': 'is one letter away',
  'two-edits': 'is two letters away',
} as const;

const sureOf = (args: Args) =>
  `Make sure that ${quoted(args.name)} is meant and not ${quoted(args.popular)}; if it is, allow it in the policy of the base: \`name-similarity\` with \`allow\`.`;

export default definePackageRule({
  id: 'name-similarity',
  summary: 'A name that the base did not have is not close to the name of a far more popular package.',
  why:
    'A misspelt or disguised name installs whatever its owner chose: crossenv (2017) waited for those who meant cross-env, and ' +
    'sent off what it found in the environment. Names are held against the bundled list of those that most projects depend on; a name on that list ' +
    'is no imitation. Of names that models invent only 13 % are that close to a real one: age and existence catch the others.',
  recommended: 'error',
  floor: 'none',
  defaults: { timesLessPopular: 1000, allow: [] },
  options: (z) => ({
    timesLessPopular: z
      .int({ error: 'expected a whole number, such as `1000`' })
      .min(1, { error: 'expected at least 1' })
      .describe('How many times less often the name must be downloaded than the one that it is close to.'),
    allow: packageSelectors(z).describe('Packages whose names are known to be meant: `name` or `name@range`.'),
  }),
  sources: 'registry',
  needs: ['lookalike'],
  messages: {
    similar: {
      severity: 'configured',
      text: (args) =>
        `${quoted(args.name)} is new to this lockfile and ${plain(args.likeness)} from ${quoted(args.popular)}, number ${plain(args.rank)} of the most used names: ${plain(args.own)} downloads in the last month against ${plain(args.monthly)}.`,
      remediation: sureOf,
    },
    unmeasured: {
      severity: 'advisory',
      text: (args) =>
        `${quoted(args.name)} is new to this lockfile and ${plain(args.likeness)} from ${quoted(args.popular)}, number ${plain(args.rank)} of the most used names; how often the two are downloaded could not be read.`,
      remediation: sureOf,
    },
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (context.mode === 'audit' || change.baseVersions.length > 0) return [];
    if (selects(options.allow, change.name, change.version) || evidence.lookalike.state === 'absent') return [];
    const { name, rank, likeness, monthly, own } = evidence.lookalike.value;
    const args = { ...identity(change), popular: name, rank, likeness: likenesses[likeness] };
    if (monthly === undefined || own === undefined) {
      return [{ code: 'unmeasured', args, stable: { popular: name } }];
    }
    if (own * options.timesLessPopular > monthly) return [];
    return [{ code: 'similar', args: { ...args, own, monthly }, stable: { popular: name } }];
  },
  examples: [
    { title: 'A name like no other', dossier: {}, expectedCodes: [] },
    {
      title: 'Two letters swapped',
      dossier: {
        change: { name: 'lodahs' },
        evidence: {
          lookalike: present({ name: 'lodash', rank: 31, likeness: 'one-edit', monthly: 200_000_000, own: 12 }),
        },
      },
      expectedCodes: ['similar'],
    },
    {
      title: 'The same where no downloads are to be had: a warning',
      dossier: {
        change: { name: 'lodahs' },
        evidence: { lookalike: present({ name: 'lodash', rank: 31, likeness: 'one-edit', own: 12 }) },
      },
      expectedCodes: ['unmeasured'],
    },
    {
      title: 'The same where only its own downloads are not to be had',
      dossier: {
        change: { name: 'lodahs' },
        evidence: { lookalike: present({ name: 'lodash', rank: 31, likeness: 'one-edit', monthly: 200_000_000 }) },
      },
      expectedCodes: ['unmeasured'],
    },
    {
      title: 'A name of its own standing',
      dossier: {
        change: { name: 'preact' },
        evidence: {
          lookalike: present({
            ...{ name: 'react', rank: 200, likeness: 'one-edit' },
            ...{ monthly: 100_000_000, own: 20_000_000 },
          }),
        },
      },
      expectedCodes: [],
    },
    {
      title: 'A name that the base has',
      dossier: {
        change: { name: 'lodahs', baseVersions: ['1.0.0'] },
        evidence: {
          lookalike: present({ name: 'lodash', rank: 31, likeness: 'one-edit', monthly: 200_000_000, own: 12 }),
        },
      },
      expectedCodes: [],
    },
    {
      title: 'A name that the policy allows',
      dossier: {
        change: { name: 'lodahs' },
        evidence: {
          lookalike: present({ name: 'lodash', rank: 31, likeness: 'one-edit', monthly: 200_000_000, own: 12 }),
        },
      },
      options: { allow: ['lodahs'] },
      expectedCodes: [],
    },
  ],
});
