import * as z from 'zod';

import type { Rule } from '../rules/rule.ts';
import { quoted } from '../text.ts';
import { namesNothing, pathPatternProblem, selectorProblem } from './match.ts';
import { canonicalRegistryUrl, registryUrlProblem } from './registries.ts';

/**
 * The policy file's one schema: the types, the JSON Schema, the reference and the messages come from it. What a rule
 * takes beside its level comes from the rule. Messages say what was expected; `complaints.ts` adds the rest.
 */

export const presetNames = ['audit', 'recommended', 'strict'] as const;
export type PresetName = (typeof presetNames)[number];

export const levels = ['off', 'warn', 'error'] as const;

/**
 * Keys of later versions, by the path that they stand under. They are refused rather than ignored: a policy that is
 * silently not enforced is a false pass.
 */
export const laterKeys: Readonly<Record<string, readonly string[]>> = {
  '': ['publishers', 'allow', 'deny', 'profiles', 'apply', 'approvals', 'report', 'sources'],
  'exceptions[]': ['advisories'],
};

/** A text that `problem` has nothing against. */
function textThat(problem: (text: string) => string | undefined, expected: string) {
  return z.string({ error: expected }).check((context) => {
    const message = problem(context.value);
    if (message !== undefined) context.issues.push({ code: 'custom', message, input: context.value });
  });
}

const sentence = (expected: string) =>
  z
    .string({ error: expected })
    .trim()
    .min(1, { error: expected })
    .max(1000, { error: 'expected at most 1000 characters' });

/** Refuses the second member of a list that has the same key as an earlier one. */
function distinctBy<T>(keyOf: (item: T) => string | undefined, message: string) {
  return (context: z.core.ParsePayload<readonly T[]>) => {
    const seen = new Set<string>();
    context.value.forEach((item, index) => {
      const key = keyOf(item);
      if (key === undefined) return;
      if (seen.has(key)) context.issues.push({ code: 'custom', message, input: item, path: [index] });
      seen.add(key);
    });
  };
}

/** Why a text is no path from the repository's root, or undefined where it is one. */
function rootPathProblem(text: string): string | undefined {
  const inside = text.split('/').every((segment) => !['', '.', '..'].includes(segment));
  return inside && !/[\\\p{Cc}]/u.test(text) && text.length <= 256
    ? undefined
    : 'expected a path from the root of the repository, without `/` in front and without empty, `.` or `..` segments';
}

const pathPatterns = (which: string) =>
  z
    .array(textThat(pathPatternProblem, 'expected a pattern of paths, such as `apps/**`'), {
      error: 'expected a list of patterns, such as `["apps/**"]`',
    })
    .describe(`Patterns of the lockfiles that are ${which}: \`*\`, \`**\` and \`?\`, from the root of the repository.`);

const lockfiles = z
  .strictObject({
    include: pathPatterns('gated')
      .min(1, { error: 'expected at least one pattern: an empty list gates nothing' })
      .optional(),
    exclude: pathPatterns('left out')
      .refine((patterns) => patterns.every((pattern) => /[^*?/]/.test(pattern)), {
        error: 'expected patterns that leave something to gate',
      })
      .optional(),
  })
  .describe('Which lockfiles are gated. All of them, unless told; never those under `node_modules`.');

const scope = textThat(
  (text) => (/^@[a-z0-9~-][a-z0-9._~-]*$/.test(text) ? undefined : 'expected a scope, such as `@acme`'),
  'expected a scope, such as `@acme`',
);

const keyScheme = 'ecdsa-sha2-nistp256';

/** One key as `GET /-/npm/v1/keys` lists it. Whether key and keyid belong together is told where they are used. */
const registryKey = z.strictObject({
  keyid: textThat(
    (text) => (/^SHA256:[A-Za-z0-9+/]{43}$/.test(text) ? undefined : 'expected `SHA256:` and 43 characters of base64'),
    'expected `SHA256:` and 43 characters of base64',
  ).describe("The key's fingerprint."),
  keytype: z.literal(keyScheme).describe('The one type of key that npm registries sign with.'),
  scheme: z.literal(keyScheme).describe('The one scheme that npm registries sign with.'),
  key: textThat(
    (text) => (/^[A-Za-z0-9+/]{16,500}={0,2}$/.test(text) ? undefined : 'expected a public key in base64'),
    'expected a public key in base64',
  ).describe('The public key: DER (SubjectPublicKeyInfo) in base64.'),
  expires: z.iso
    .datetime({ offset: true, error: 'expected an instant, such as `2030-01-01T00:00:00.000Z`, or null' })
    .nullable()
    .default(null)
    .describe('When it ended: it counts for what was published before. Null: it has no end.'),
});

const registry = z.strictObject({
  url: textThat(registryUrlProblem, 'expected the URL of a registry')
    .overwrite(canonicalRegistryUrl)
    .describe('The registry: https, or http on loopback.'),
  scopes: z
    .array(scope, { error: 'expected a list of scopes, such as `["@acme"]`' })
    .check(distinctBy((one) => one, 'the scope stands here twice'))
    .default([])
    .describe('The scopes that it serves. None: it serves everything that no other entry does.'),
  exclusive: z
    .boolean({ error: 'expected `true` or `false`' })
    .default(false)
    .describe('Whether the scopes may come from no other registry.'),
  signatures: z
    .enum(['required', 'auto', 'unsupported'])
    .default('auto')
    .describe(
      'Whether it signs what it serves. `auto`: required of the public registry, and of one whose `keys` stand here; any other is asked for its keys, and signs if it has some.',
    ),
  keys: z
    .array(registryKey, { error: 'expected a list of keys, as the `keys` of `/-/npm/v1/keys` are' })
    .min(1, { error: 'expected at least one key' })
    .check(distinctBy(({ keyid }) => keyid, 'the key stands here twice'))
    .optional()
    .describe('The keys that it signs with, as its own `/-/npm/v1/keys` lists them. It is not asked for them then.'),
  tokenEnv: textThat(
    (text) => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(text) ? undefined : 'expected the name of an environment variable'),
    'expected the name of an environment variable',
  )
    .optional()
    .describe('The environment variable that holds its token. It is sent to this registry only.'),
});

export type RegistryEntry = z.infer<typeof registry>;

const registries = z
  .array(
    registry
      .refine(({ exclusive, scopes }) => !exclusive || scopes.length > 0, {
        error: 'expected `scopes`: without any, nothing is exclusive',
        path: ['exclusive'],
      })
      .refine(({ signatures, keys }) => signatures !== 'unsupported' || keys === undefined, {
        error: 'expected no keys of a registry that is said not to sign',
        path: ['keys'],
      }),
    { error: 'expected a list of registries' },
  )
  .check(distinctBy(({ url }) => url, 'the registry stands here twice'))
  .check(
    distinctBy(({ scopes }) => (scopes.length === 0 ? '' : undefined), 'there is already a registry without scopes'),
  )
  .check((context) => {
    const seen = new Set<string>();
    context.value.forEach(({ scopes }, index) => {
      const taken = scopes.find((one) => seen.has(one));
      const message = `the scope ${quoted(taken ?? '', 64)} belongs to an earlier registry already`;
      if (taken !== undefined) context.issues.push({ code: 'custom', message, input: scopes, path: [index, 'scopes'] });
      scopes.forEach((one) => seen.add(one));
    });
  })
  .describe(
    "Which registry is trusted for which packages. Without it, npm's own configuration and the `.npmrc` of the base say so.",
  );

function ruleEntry(rule: Rule) {
  if (!(rule.options instanceof z.ZodObject)) throw new TypeError(`the options of ${rule.id} are no object schema`);
  const fixed = 'expected `error`: the rule is part of the floor, and nothing lowers it';
  const level = rule.floor === 'whole' ? z.literal('error', { error: fixed }) : z.enum(levels);
  const settings = rule.options.strict().safeExtend({
    level: level.optional().describe(`The level; \`${rule.recommended}\` under the preset \`recommended\`.`),
  });
  return z.union([level, settings]).optional().describe(rule.summary);
}

/**
 * The key `provenance` is the option `expect` of the rule of that name, under the name that an author looks for.
 * @throws TypeError where the rule has no such option.
 */
function provenanceExpectations(rules: readonly Rule[]): z.ZodType {
  const rule = rules.find(({ id }) => id === 'provenance');
  if (rule === undefined) return z.never({ error: 'expected nothing: there is no rule `provenance`' });
  const { expect } = rule.options instanceof z.ZodObject ? (rule.options.shape as Shape) : {};
  const list = expect instanceof z.ZodDefault ? expect.unwrap() : expect;
  if (list === undefined) throw new TypeError('the rule provenance has no option `expect`');
  return list as z.ZodType;
}
type Shape = Readonly<Partial<Record<string, z.core.$ZodType>>>;

/** What the file says of one rule: a level, or a level and options, each of them optional. */
export type RuleEntry = string | Readonly<Record<string, unknown>>;

/** Beyond it, exceptions are a second policy; and each of them is compared with each earlier one. */
const maxExceptions = 500;

const unwaivable = 'expected a rule that can be waived: this one is part of the floor, and nothing lowers it';

function exception(rules: readonly Rule[]) {
  const floor = rules.filter((rule) => rule.floor === 'whole').map(({ id }) => id);
  const coverable = rules.filter((rule) => rule.floor !== 'whole' && rule.subject === 'package').map(({ id }) => id);
  return z.strictObject({
    id: textThat(
      (text) => (/^[A-Za-z0-9][A-Za-z0-9._/#-]{0,63}$/.test(text) ? undefined : 'expected an id, such as `SEC-1412`'),
      'expected an id, such as `SEC-1412`',
    )
      .optional()
      .describe('What reports call it.'),
    package: textThat(
      (text) =>
        selectorProblem(text) ??
        (namesNothing(text) ? 'expected a name: wildcards alone would cover every package' : undefined),
      'expected a package, such as `left-pad@1.3.0`',
    ).describe('`name`, `name@version` or `name@range`; `*` and `?` stand for parts of the name.'),
    rules: z
      .array(
        z.enum(coverable, {
          error: ({ input }) => {
            if (typeof input !== 'string') return undefined;
            if (floor.includes(input)) return unwaivable;
            return rules.some(({ id }) => id === input) ? 'expected a rule about packages' : undefined;
          },
        }),
        { error: 'expected a list of rules, such as `[cooldown]`' },
      )
      .min(1, { error: 'expected at least one rule' })
      .check(distinctBy((one) => one, 'the rule stands here twice'))
      .describe('The rules that it waives for the package.'),
    reason: sentence('expected the reason, in words').describe('Why, for whoever reads it in a year.'),
    owner: sentence('expected who answers for it').optional().describe('Who answers for it.'),
    expires: z.iso
      .date({ error: 'expected a date, such as `2026-12-31`' })
      .describe('The first day (UTC) on which it no longer counts.'),
  });
}

/**
 * The schema of a policy file, given the rules that there are.
 * @throws TypeError for a rule whose options are no object schema.
 */
export function policySchema(rules: readonly Rule[]) {
  const entries = Object.fromEntries(rules.map((rule) => [rule.id, ruleEntry(rule)]));
  return z
    .strictObject({
      version: z.literal(1, { error: 'expected `1`' }).describe('The version of this format.'),
      extends: z
        .enum(presetNames, {
          error: ({ input }) =>
            typeof input === 'object' && input !== null
              ? 'expected a preset: a policy of another repository is not supported by this version yet'
              : undefined,
        })
        .optional()
        .describe('The preset that applies where the policy says nothing; `recommended` unless told.'),
      mode: z
        .enum(['enforce', 'observe'])
        .optional()
        .describe('`observe` reports everything and fails on the floor only; `enforce` unless told.'),
      unavailable: z
        .enum(['error', 'warn'])
        .optional()
        .describe('What evidence that could not be read counts as at most, where it is not about the floor.'),
      lockfiles: lockfiles.optional(),
      registries: registries.optional(),
      trustedRoot: textThat(
        rootPathProblem,
        'expected the path of a `trusted_root.json`, such as `.github/trusted_root.json`',
      )
        .optional()
        .describe(
          'A `trusted_root.json` of this repository, read from the base: the Sigstore that attestations are verified against in the place of the public one.',
        ),
      provenance: provenanceExpectations(rules)
        .optional()
        .describe('Where packages must be built: what the rule `provenance` expects, beside its own option `expect`.'),
      rules: z
        .strictObject(entries, {
          error: ({ code }) => (code === 'invalid_type' ? 'expected a mapping of rules to levels' : undefined),
        })
        .optional()
        .describe('The level, and the options, of single rules.'),
      exceptions: z
        .array(exception(rules), { error: 'expected a list of exceptions' })
        .max(maxExceptions, {
          error: `expected at most ${maxExceptions} exceptions; lower the level of a rule that needs more`,
        })
        .check(distinctBy(({ id }) => id, 'another exception has this id already'))
        .optional()
        .describe('Cases in which a rule is waived, each with a reason and an end.'),
    })
    .describe('The policy of lockgate: `.github/dependency-policy.yml`, read from the base of a pull request.');
}

export type PolicySchema = ReturnType<typeof policySchema>;
export type PolicyFile = z.infer<PolicySchema>;

/** The JSON Schema (draft 2020-12) of what may stand in a policy file, with descriptions, for editors. */
export function policyJsonSchema(rules: readonly Rule[]): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(policySchema(rules), { io: 'input' });
}
