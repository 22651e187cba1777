import * as z from 'zod';

import { GateFailure } from '../errors.ts';
import { causeWords } from '../judge/unavailable.ts';
import type { Report } from '../model/index.ts';
import { changedAspects } from '../model/changed-aspect.ts';
import { managerIds } from '../model/manager-ids.ts';
import { visible } from '../text/visible.ts';
import { mayPropose } from '../model/proposal.ts';
import { decision, decisionsSchema } from './decisions-schema.ts';

/** A report of 20,000 packages is about 20 million characters; a longer text is not a report of lockgate. */
const maxReportLength = 64 * 1024 * 1024;

const line = z.int().min(0).describe('1-based; 0 means the path as a whole');
const path = z.string().describe('from the root of the repository, / between segments');
const instant = z.iso.datetime().describe('ISO 8601 in UTC');
const objectId = z.string().regex(/^[0-9a-f]{40}$/);
const place = z.object({ path, line });

const format = z.enum(managerIds);
const lockfile = z.object({
  path,
  format,
  formatVersion: z.string().describe('as the format spells it'),
  status: z.enum(['added', 'removed', 'changed', 'unchanged']),
  packages: z
    .int()
    .min(0)
    .describe(
      'distinct name@version pairs that it locks from registries; workspaces, links, git and files are not counted',
    ),
  former: z
    .exactOptional(z.object({ path, format }))
    .describe('what it is compared with, if that is not the lockfile with the same path and format'),
});

const verificationWords = ['verified', 'invalid', 'absent', 'unavailable', 'not-applicable', 'not-evaluated'] as const;
const verification = z.enum(verificationWords);
const trust = z.enum(['staged', 'trusted-publisher', 'provenance', 'none', 'unavailable', 'not-evaluated']);

const evidence = z.object({
  existence: z
    .enum([
      'listed',
      'version-missing',
      'no-versions',
      'security-placeholder',
      'refused',
      'absent',
      'unavailable',
      'not-applicable',
      'not-evaluated',
    ])
    .describe(
      'what the trusted registry answers; absent: it does not have the name; not-applicable: not a registry package',
    ),
  registrySignature: verification,
  provenance: verification,
  trust,
  publishedAt: instant.nullable(),
  advisories: z
    .object({ state: z.enum(['known', 'unavailable', 'not-applicable', 'not-evaluated']), ids: z.array(z.string()) })
    .describe('ids of the records about this version, malware included, whether or not a rule reports them'),
  provenanceIdentity: z
    .object({ repository: z.string(), workflow: z.string().nullable(), commit: z.string().nullable() })
    .nullable()
    .describe('where a verified provenance says that it was built; null where none is verified'),
  previous: z
    .object({
      version: z.string(),
      provenance: z
        .enum([...verificationWords, 'claimed'])
        .describe('claimed: the registry says so and nothing was verified'),
      trust,
    })
    .nullable()
    .describe('the version that was locked at the base; null if the base did not lock the name'),
  compareUrl: z
    .exactOptional(z.string())
    .describe(
      'compares the commits that the previous and this version were built from: from two verified provenances of one repository on github.com or gitlab.com; absent: it is not certain what to compare',
    ),
});

const missing = z.object({
  reason: z
    .enum(['missing', 'unavailable', 'invalid'])
    .describe('missing: none is claimed; unavailable: it could not be read; invalid: it does not verify'),
  name: z.string(),
  version: z.string(),
  direct: z.boolean(),
  previousVersion: z.string().nullable(),
  previously: z
    .enum(['had', 'had-none', 'unknown', 'new'])
    .describe('what the previous version had, verified or claimed; new: there is no previous version'),
  lockfiles: z.array(path),
});

const atLeastOne = z.int().min(1);

const registry = z.object({
  url: z.string(),
  role: z
    .enum(['public', 'policy', 'operator'])
    .describe('who names it; operator: npm configuration, or the registry flag or input'),
  packages: z.int().min(0).describe('distinct package versions that were judged by its answers'),
  notJudged: z
    .exactOptional(
      z.object({
        malware: z.exactOptional(atLeastOne),
        advisories: z.exactOptional(atLeastOne),
        signatures: z.exactOptional(atLeastOne),
        provenance: z.exactOptional(atLeastOne),
        publishers: z.exactOptional(atLeastOne),
        publishTimes: z.exactOptional(atLeastOne),
      }),
    )
    .describe('what it did not offer, or was not asked for, with the number of package versions; absent: nothing'),
});

const change = z.object({
  kind: z.enum(['added', 'removed', 'updated']),
  name: z.string().describe('the real package name, aliases resolved'),
  version: z.string(),
  previousVersion: z.string().nullable().describe('equal to version where only other aspects changed'),
  alreadyLocked: z
    .exactOptional(z.literal(true))
    .describe('of vet: the base locks it as it is, and nothing about it would change; not counted as updated'),
  changed: z.array(z.enum(changedAspects)),
  lockfile: path,
  line,
  direct: z.boolean(),
  dependencyTypes: z
    .array(z.enum(['prod', 'dev', 'optional', 'peer']))
    .describe('computed by reachability, not the lockfile flags'),
  importers: z.array(z.string()).describe('folders whose manifests reach it; empty text for the root'),
  via: z.array(z.array(z.string())).describe('shortest paths by name, from a root dependency to this package'),
  manifests: z.array(place).describe('where manifests declare a direct dependency'),
  roots: z
    .exactOptional(z.array(place.extend({ name: z.string().describe('as the manifest names it') })))
    .describe(
      'for a transitive package with findings: where manifests declare the direct dependencies that pull it in',
    ),
  source: z.enum([
    'registry',
    'git',
    'remote',
    'file',
    'link',
    'workspace',
    'exec',
    'patch',
    'portal',
    'jsr',
    'import',
  ]),
  registry: z.string().nullable().describe('the trusted registry that applies to the name'),
  evidence,
});

const finding = z.object({
  rule: z.string(),
  level: z.enum(['error', 'warn', 'note']).describe('note: listed, and never in the verdict'),
  floor: z.boolean().describe('whether no policy, exception or approval can lower it: it cannot be waived'),
  outcome: z
    .enum(['violation', 'indeterminate'])
    .describe('indeterminate: evidence that the rule needs could not be read'),
  cause: z
    .exactOptional(
      z.object({
        evidence: z.enum(causeWords.evidence).describe('what the rule needed to know'),
        asked: z
          .enum(causeWords.asked)
          .describe('what was asked for it; document: the document of the registry about the name'),
        reason: z.enum(causeWords.reason).describe('not-provided: the answer does not include it'),
        detail: z.string().describe('for a person'),
      }),
    )
    .describe('why it is indeterminate; absent for a violation'),
  codes: z.array(z.string()).describe('message ids of the rule, worst first'),
  name: z.string().nullable(),
  version: z.string().nullable(),
  message: z.string().describe('third-party text in it stands between backticks'),
  remediation: z.string(),
  lockfile: path,
  line,
  places: z.int().min(1).describe('lockfile entries concerned'),
  packages: z
    .exactOptional(z.int().min(1))
    .describe('package versions that a folded finding stands for; absent: one, or none'),
  rules: z
    .exactOptional(z.array(z.string()))
    .describe('every rule that could not judge them; of a finding about a registry only'),
  about: z
    .exactOptional(z.array(z.string()))
    .describe('ids of the records (advisories) that the whole finding is about'),
  aliases: z
    .exactOptional(z.record(z.string(), z.array(z.string())))
    .describe('other ids of those records, by the id under `about`; an exception may name either'),
  ofFiles: z
    .exactOptional(z.literal(true))
    .describe(
      'the fingerprint is over mode and blob id, before and after, of every file that the finding is about: an exception may name the finding by path, codes and fingerprint',
    ),
  fingerprint: z.string().describe('SHA-256, hex, over the stable parts of the finding'),
  passesAt: z.exactOptional(instant).describe('when it disappears by itself, because nothing but an age is missing'),
  queueEntry: z
    .exactOptional(z.strictObject({ pull: z.int().positive().nullable(), ahead: z.boolean() }))
    .describe('the entry of the merge queue that it comes with, where the group has several'),
  status: z.enum(['reported', 'excepted', 'approved']),
  decision: z.string().nullable().describe('the exception or decision that covers it'),
  coveredBy: z
    .exactOptional(
      z.union([
        z.object({
          kind: z.enum(['exception', 'publisher']),
          id: z.string(),
          reason: z.string().describe('as the policy words it'),
          owner: z.exactOptional(z.string()).describe('who answers for it'),
          expires: z.string().describe('the first day (UTC) on which it no longer applies'),
          origin: z.string().describe('file and line of the entry'),
        }),
        z.object({
          kind: z.literal('decision'),
          id: z.string().describe('what was decided, 64 hex digits'),
          by: z.array(decision).describe('everybody whose approval counts for it'),
        }),
      ]),
    )
    .describe('the entry of the policy, or the decision of people, that covers it; absent where none does'),
});

const gateError = z.object({
  code: z.string(),
  message: z.string(),
  path: z.exactOptional(z.string()),
  line: z.exactOptional(z.int().min(0)),
  column: z.exactOptional(z.int().min(1)).describe('1-based, in UTF-16 units'),
});

const count = z.int().min(0);
const tally = z.object({ blocks: count, warns: count, notes: count, covered: count });

/** `lockgate-report/1`. Readers ignore unknown keys; the keys here are stable. */
export const reportSchema = z.object({
  schema: z.literal('lockgate-report/1'),
  verdict: z
    .enum(['pass', 'warn', 'fail', 'error'])
    .describe('fail: the policy is violated; error: something could not be evaluated'),
  mode: z.enum(['check', 'audit']).describe('check: what a change pulls in; audit: everything that is locked'),
  evaluatedAt: instant,
  base: z.string().nullable(),
  head: z.string().nullable(),
  policy: z.object({
    source: z.string(),
    digest: z.string().describe('sha256: and hex, over the effective policy'),
    mode: z.enum(['enforce', 'observe']),
    repository: z
      .exactOptional(z.string())
      .describe('of a policy of another repository, which the operator named: `owner/name`; absent for every other'),
    ref: z.exactOptional(z.string()).describe('the branch, tag or commit that the operator named there'),
    commit: z.exactOptional(objectId).describe('the commit that it was in this run'),
    unused: z.exactOptional(path).describe("this repository's own policy file, which does not apply then"),
  }),
  lockfiles: z.array(lockfile),
  registries: z.array(registry).describe('those that were trusted for the judged packages'),
  sources: z
    .exactOptional(
      z.object({
        malware: z.exactOptional(z.array(z.string())),
        advisories: z.exactOptional(z.array(z.string())),
        attestations: z.exactOptional(z.array(z.string())),
        popularity: z.exactOptional(z.array(z.string())),
      }),
    )
    .describe('who else answered, because the policy names it: `osv`, or the address of another registry'),
  changes: z.array(change),
  findings: z.array(finding).describe('worst first'),
  errors: z.array(gateError).describe('what could not be evaluated'),
  missingProvenance: z
    .array(missing)
    .describe('listed versions without a verified provenance: invalid, missing, unavailable; direct ones first'),
  decisions: z
    .exactOptional(decisionsSchema)
    .describe('who may decide about what blocks, and what was decided; absent: nothing to decide'),
  proposer: z
    .exactOptional(
      z.object({
        login: z.string(),
        id: z.int().nullable().describe('of the account; null: not known'),
        owner: z.string().nullable().describe('who answers for it; null: the policy does not list it'),
        may: z.enum(mayPropose).describe('what it may propose without a decision in this change'),
      }),
    )
    .describe('the bot or agent that proposed the change, where the policy lists `proposers`; absent: a person'),
  trust: z
    .exactOptional(
      z.object({
        material: z.enum(['embedded', 'refreshed', 'given']),
        date: instant.nullable(),
        old: z.boolean().describe('whether a newer lockgate or a refresh should be used'),
      }),
    )
    .describe('the keys and roots that something was verified with; absent: nothing was'),
  counts: z.object({
    added: count,
    updated: count,
    removed: count,
    findings: count.describe('at level warn or error, covered ones too'),
    notes: count.describe('findings at level note'),
    unjudged: count.describe('indeterminate findings, at whatever level'),
    found: tally.describe('violations by their effect: something is known against what they are about'),
    couldNotJudge: tally.describe('indeterminate findings by their effect: nothing is known'),
    errors: count,
  }),
});

/** The JSON Schema (2020-12) of the JSON report, for docs/ and for consumers of `--format json`. */
export function reportJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(reportSchema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, title: 'lockgate report', description: 'What lockgate read, found and decided.', ...rest };
}

/**
 * Reads the JSON text of a report that anybody may have written. Unknown keys are dropped; its strings remain hostile.
 * @throws GateFailure `evidence-invalid` for text that is too long, not JSON, or does not match this schema.
 */
export function parseReport(text: string): Report {
  if (text.length > maxReportLength) {
    throw new GateFailure('evidence-invalid', `The report is longer than ${maxReportLength} characters.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new GateFailure('evidence-invalid', 'The report is not JSON; write it with `lockgate check --format json`.');
  }
  const parsed = reportSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'the report' : issue.path.map(String).join('.');
  throw new GateFailure(
    'evidence-invalid',
    `${visible(where, 200)} does not match lockgate-report/1: ${visible(issue?.message ?? 'unreadable', 200)}.`,
  );
}
