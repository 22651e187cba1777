import type * as zod from 'zod';

import type { BuildIdentity, Change, Instant, Publisher } from '../model/index.ts';
import { mismatches } from './expectation.ts';
import { admits, selector, sentence } from './package-lists.ts';
import type { Zod } from '../model/rule.ts';

/** The policy's list of publishers: who may publish a set of packages, for how long, and which rules that waives. */

const repository =
  'expected the address of a repository, such as `https://github.com/acme/tool`, without `.git` and `/` at the end';

const maximum = 366 * 86_400_000;
const identityExpected =
  'expected `sourceRepository` (with `workflow` and `ref`), `account`, or `trustedPublisher` with `oidcConfigId`';

const textOf = (z: Zod) => (error: string) => z.string({ error }).regex(/^\S{1,2048}$/, { error });

/** The three ways to identify a publisher. */
function identities(z: Zod) {
  const text = textOf(z);
  const build = z.strictObject({
    sourceRepository: text(repository)
      .regex(/^https:\/\/[^\s/@]+\/.*(?<!\/|\.git)$/, { error: repository })
      .describe('The address of the repository that a verified provenance must name.'),
    workflow: text('expected the path of a workflow, such as `.github/workflows/release.yml`')
      .optional()
      .describe('The path of the workflow.'),
    ref: text('expected a full ref, such as `refs/heads/main`').optional().describe('The full git ref of the build.'),
  });
  const account = z.strictObject({
    account: text('expected the name of an account').describe(
      "The account's name, as the registry's document states it.",
    ),
  });
  const oidc = z.strictObject({
    trustedPublisher: text('expected the id of a CI service, such as `github`').describe('The CI service.'),
    oidcConfigId: text('expected the id of a configuration').describe("The trusted publisher's configuration."),
  });
  return [build, account, oidc] as const;
}

/** Schema of the list. `waivable`: ids of the rules that an entry may waive. */
export function listedPublishers(z: Zod) {
  const text = textOf(z);
  const entry = z
    .strictObject({
      packages: z.array(selector(z)).min(1, { error: 'expected at least one package' }).describe('Which packages.'),
      identity: z
        .union(identities(z), {
          error: ({ input }) => (typeof input === 'object' && input !== null ? undefined : identityExpected),
        })
        .describe(
          'Who publishes them, compared exactly: the identity in a verified provenance, or the publisher that the registry names.',
        ),
      start: z.iso
        .date('expected a date, such as `2026-01-01`')
        .describe('The first day (UTC) on which the entry is valid.'),
      end: z.iso
        .date('expected a date, such as `2026-12-31`')
        .describe('The last day (UTC) on which the entry is valid: at most a year after `start`.'),
      waives: z
        .array(text('expected a rule, such as `cooldown`'), { error: 'expected a list of rules, such as `[cooldown]`' })
        .default([])
        .describe(
          'Rules to waive for packages that this identity published. Findings that are floor cannot be waived.',
        ),
      reason: sentence(z, 'expected the reason, in words').describe(
        'Why the entry exists, for whoever reads it in a year.',
      ),
    })
    .refine(({ start, end }) => Date.parse(end) >= Date.parse(start), {
      error: 'expected a day that is not before `start`',
      path: ['end'],
    })
    .refine(({ start, end }) => !(Date.parse(end) - Date.parse(start) > maximum), {
      error: 'expected a day at most a year after `start`, so that somebody reviews the entry',
      path: ['end'],
    });
  return z
    .array(entry, { error: 'expected a list of publishers' })
    .max(500, { error: 'expected at most 500 publishers' });
}

export type ListedPublisher = zod.output<ReturnType<typeof listedPublishers>>[number];

/** Whether an entry matches this version. */
export function isAbout({ packages }: ListedPublisher, { name, version }: Pick<Change, 'name' | 'version'>): boolean {
  return packages.some((one) => admits(one)(name, version));
}

/** From the start of its first day to the end of its last, in UTC. */
export function isInForce({ start, end }: ListedPublisher, now: Instant): boolean {
  const [from, to, at] = [start, end, now].map((one) => Date.parse(one)) as [number, number, number];
  return at >= from && at < to + 86_400_000;
}

/** Whether the publisher is identified by provenance; otherwise by what the registry says. */
export function isByProvenance({ identity }: ListedPublisher): boolean {
  return 'sourceRepository' in identity;
}

/** Whether a verified provenance names this identity. A value that only the statement contains is not enough. */
export function isBuiltBy({ packages, identity }: ListedPublisher, built: BuildIdentity): boolean {
  if (!('sourceRepository' in identity)) return false;
  const { sourceRepository, workflow, ref } = identity;
  const expected = { packages, repository: sourceRepository, ...(workflow && { workflow }), ...(ref && { ref }) };
  return mismatches(expected, built).length === 0;
}

/** Whether the registry names this identity as the publisher. */
export function isPublishedBy({ identity }: ListedPublisher, { name, trustedPublisher }: Publisher): boolean {
  if ('account' in identity) return trustedPublisher === undefined && name === identity.account;
  if (!('trustedPublisher' in identity)) return false;
  return trustedPublisher?.id === identity.trustedPublisher && trustedPublisher.oidcConfigId === identity.oidcConfigId;
}
