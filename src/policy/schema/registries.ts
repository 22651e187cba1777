import * as z from 'zod';

import { quoted } from '../../text/visible.ts';
import { canonicalRegistryUrl, registryUrlProblem } from '../registries.ts';
import { distinctBy, textThat } from './parts.ts';

const scope = textThat(
  (text) => (/^@[a-z0-9~-][a-z0-9._~-]*$/.test(text) ? undefined : 'expected a scope, such as `@acme`'),
  'expected a scope, such as `@acme`',
);

const keyScheme = 'ecdsa-sha2-nistp256';

const keyidExpected = 'expected the keyid that the registry gives the key: up to 512 visible characters';

/** One key as `GET /-/npm/v1/keys` lists it. */
const registryKey = z.strictObject({
  keyid: textThat((text) => (/^[!-~]{1,512}$/.test(text) ? undefined : keyidExpected), keyidExpected).describe(
    'The name that the registry gives the key, and that its signatures have: a fingerprint or any other text.',
  ),
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
    .describe('When it expired: it remains valid for what was published before. Null: it does not expire.'),
});

const demands = ['required', 'auto', 'none', 'unsupported'] as const;

/** One meaning, one word: so policies that mean the same have the same digest. */
const canonicalDemand = (word: (typeof demands)[number]) => (word === 'unsupported' ? 'none' : word);

/** What a registry may be required to provide; `unsupported` is another word for `none`. */
const demand = (what: string) =>
  z
    .enum(demands)
    .overwrite(canonicalDemand)
    .describe(
      `${what} \`required\`: what is missing counts as unavailable. \`auto\` (the default): required of the public registry and of a mirror of it, judged where another registry offers it. \`none\` (or \`unsupported\`): not asked for.`,
    );

const registry = z.strictObject({
  url: textThat(registryUrlProblem, 'expected the URL of a registry')
    .overwrite(canonicalRegistryUrl)
    .describe('The registry: https, or http on loopback.'),
  scopes: z
    .array(scope, { error: 'expected a list of scopes, such as `["@acme"]`' })
    .check(distinctBy((one) => one, 'the scope is listed twice'))
    .default([])
    .describe('The scopes that it serves. None: it serves everything that no other entry does.'),
  exclusive: z
    .boolean({ error: 'expected `true` or `false`' })
    .default(false)
    .describe('Whether the scopes may come from no other registry.'),
  mirrors: z
    .literal('public', { error: 'expected `public`: the registry that it mirrors' })
    .optional()
    .describe('It mirrors the public registry and passes on all that this one provides: the built-in keys verify it.'),
  signatures: demand(
    'Whether it signs what it serves. An entry with `keys` is required to. What carries a signature of the public registry is verified by the built-in keys.',
  ).default('auto'),
  attestations: z
    .enum(demands)
    .overwrite(canonicalDemand)
    .optional()
    .describe(
      'Whether it serves attestations, in the words of `signatures`. Default: `none` with `signatures: none`, else `auto`.',
    ),
  publishers: demand('Whether it names who published a version.').optional(),
  publishTimes: demand('Whether it says when a version was published.').optional(),
  advisories: demand('Whether it serves advisories and records of malware.').optional(),
  scripts: demand(
    "Whether its documents say which install scripts a version has. With `none` the tarball's own `package.json` is the only source: every tarball must be read, whatever its size and address, unless `install-scripts` has `tarballs: never`. A script that a document names still counts where the tarball is not read.",
  ).optional(),
  digests: demand(
    'Whether it states digests of what it serves. With `none` a pin that it states no digest for is not reported; what a lockfile or another entry states is still compared.',
  ).optional(),
  keys: z
    .array(registryKey, { error: 'expected a list of keys, as the `keys` of `/-/npm/v1/keys` are' })
    .min(1, { error: 'expected at least one key' })
    .check(distinctBy(({ keyid }) => keyid, 'the key is listed twice'))
    .optional()
    .describe(
      'The keys that it signs with, as its own `/-/npm/v1/keys` lists them. The registry is then not asked for them.',
    ),
  tokenEnv: textThat(
    (text) => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(text) ? undefined : 'expected the name of an environment variable'),
    'expected the name of an environment variable',
  )
    .optional()
    .describe('The environment variable that holds its token. It is sent to this registry only.'),
  tokenScheme: z
    .enum(['bearer', 'basic'])
    .optional()
    .describe(
      'How the token is sent: `bearer` (the default), or `basic`: the variable holds `user:password`, as it is or in base64.',
    ),
});

export type RegistryEntry = z.infer<typeof registry>;

export const registries = z
  .array(
    registry
      .refine(({ exclusive, scopes }) => !exclusive || scopes.length > 0, {
        error: 'expected `scopes`: without any, nothing is exclusive',
        path: ['exclusive'],
      })
      .refine(({ signatures, keys }) => signatures !== 'none' || keys === undefined, {
        error: 'expected no keys for a registry with `signatures: none`',
        path: ['keys'],
      })
      .refine(({ tokenScheme, tokenEnv }) => tokenScheme === undefined || tokenEnv !== undefined, {
        error: 'expected `tokenEnv`: without a token there is nothing to send',
        path: ['tokenScheme'],
      })
      .refine(({ mirrors, keys }) => mirrors === undefined || keys === undefined, {
        error: 'expected no keys for a mirror of the public registry: the built-in keys verify it',
        path: ['keys'],
      }),
    { error: 'expected a list of registries' },
  )
  .check(
    distinctBy(({ scopes }) => (scopes.length === 0 ? '' : undefined), 'there is already a registry without scopes'),
  )
  .check((context) => {
    const seen = new Set<string>();
    context.value.forEach(({ scopes }, index) => {
      const taken = scopes.find((one) => seen.has(one));
      const message = `the scope ${quoted(taken ?? '', 64)} already belongs to an earlier registry`;
      if (taken !== undefined) context.issues.push({ code: 'custom', message, input: scopes, path: [index, 'scopes'] });
      scopes.forEach((one) => seen.add(one));
    });
  })
  .check((context) => {
    const tokens = new Map<string, string>();
    context.value.forEach(({ url, tokenEnv }, index) => {
      if (tokenEnv === undefined) return;
      const before = tokens.get(url) ?? tokenEnv;
      tokens.set(url, before);
      const message = `an earlier entry names ${quoted(before, 64)} for the same address: one address has one token`;
      if (before !== tokenEnv) {
        context.issues.push({ code: 'custom', message, input: tokenEnv, path: [index, 'tokenEnv'] });
      }
    });
  })
  .describe(
    "Which registry is trusted for which packages. Without it, npm's own configuration decides, with the settings files next to each lockfile on the default branch (`.npmrc`, `.yarnrc.yml`, `.yarnrc`, `bunfig.toml`, `pnpm-workspace.yaml`).",
  );
