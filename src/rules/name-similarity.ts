import { quoted } from '../text/visible.ts';
import { present } from '../model/example.ts';
import { packageSelectors, selects } from '../model/options.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { identity, withCommas } from './subject.ts';

/** `` `lodahs` is new to this lockfile and differs by one letter from `lodash` (31st most used package) ``. */
function resemblance({ name, popular, likeness, rank }: Args): string {
  const known = `${quoted(popular)} (${ordinal(Number(rank))} most used package)`;
  const start = `${quoted(name)} is new to this lockfile and`;
  if (likeness === 'same') {
    return `${start} looks like ${known}, from which it differs only in punctuation, affixes, word order or look-alike characters`;
  }
  return `${start} differs by ${likeness === 'one-edit' ? 'one letter' : 'two letters'} from ${known}`;
}

/** `1st`, `2nd`, `3rd`, `11th`, `1,021st`. */
function ordinal(rank: number): string {
  const isTeen = Math.floor(rank / 10) % 10 === 1;
  const ending = ['th', 'st', 'nd', 'rd'][isTeen ? 0 : rank % 10] ?? 'th';
  return `${withCommas(rank)}${ending}`;
}

const remediation = (args: Args) =>
  `Confirm that you mean ${quoted(args.name)} and not ${quoted(args.popular)}. If you do, allow it in the policy on the default branch: \`allow\` of \`name-similarity\`.`;

export default definePackageRule({
  id: 'name-similarity',
  summary: 'A name that is new to the lockfile does not resemble the name of a far more popular package.',
  why:
    'A misspelt or disguised name installs whatever its owner published: crossenv (2017) waited for people who meant cross-env, and ' +
    'sent off their environment variables. Names are compared with a bundled list of the names that most projects depend on; a name on ' +
    'that list is not an imitation. Only 13 % of the names that models invent resemble a real one this closely; age and existence ' +
    'catch the others.',
  recommended: 'error',
  floor: 'none',
  defaults: { timesLessPopular: 1000, allow: [] },
  options: (z) => ({
    timesLessPopular: z
      .int({ error: 'expected a whole number, such as `1000`' })
      .min(1, { error: 'expected at least 1' })
      .describe('How many times fewer downloads the name must have than the one that it resembles.'),
    allow: packageSelectors(z).describe('Packages whose names are intended: `name` or `name@range`.'),
  }),
  sources: 'registry',
  needs: ['lookalike'],
  messages: {
    similar: {
      severity: 'configured',
      text: (args) =>
        `${resemblance(args)}: ${withCommas(args.own)} downloads last month versus ${withCommas(args.monthly)}.`,
      remediation,
    },
    unmeasured: {
      severity: 'advisory',
      isUnknown: true,
      text: (args) => `${resemblance(args)}; the downloads of the two packages could not be read.`,
      remediation,
    },
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (context.mode === 'audit' || change.baseVersions.length > 0) return [];
    if (selects(options.allow, change.name, change.version) || evidence.lookalike.state === 'absent') return [];
    const { name, rank, likeness, monthly, own } = evidence.lookalike.value;
    const args = { ...identity(change), popular: name, rank, likeness };
    if (monthly === undefined || own === undefined) {
      return [{ code: 'unmeasured', args, stable: { popular: name } }];
    }
    if (own * options.timesLessPopular > monthly) return [];
    return [{ code: 'similar', args: { ...args, own, monthly }, stable: { popular: name } }];
  },
  // Only where there is one: whether the list was looked at depends on the rest of the change.
  facts: ({ evidence: { lookalike } }) =>
    lookalike.state === 'present'
      ? { after: { lookalike: { name: lookalike.value.name, likeness: lookalike.value.likeness } } }
      : {},
  examples: [
    { title: 'A name that resembles no other', dossier: {}, expectedCodes: [] },
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
      title: 'The same where the downloads cannot be read: a warning',
      dossier: {
        change: { name: 'lodahs' },
        evidence: { lookalike: present({ name: 'lodash', rank: 31, likeness: 'one-edit', own: 12 }) },
      },
      expectedCodes: ['unmeasured'],
    },
    {
      title: 'The same where only its own downloads cannot be read',
      dossier: {
        change: { name: 'lodahs' },
        evidence: { lookalike: present({ name: 'lodash', rank: 31, likeness: 'one-edit', monthly: 200_000_000 }) },
      },
      expectedCodes: ['unmeasured'],
    },
    {
      title: 'A similar name that is popular itself',
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
      title: 'A name that the base branch has',
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
