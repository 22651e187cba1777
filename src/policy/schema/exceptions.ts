import * as z from 'zod';

import type { Rule } from '../../model/rule.ts';
import { namesNothing, selectorProblem } from '../../text/selectors.ts';
import { rootPathProblem } from '../../text/paths.ts';
import { distinctBy, sentence, textThat } from './parts.ts';
import { elsewhereCodes } from '../waivable.ts';
import { codeProblem, waivableCodes, waivableIds, waiverProblem } from './waivable.ts';

/** Above it, exceptions are a second policy; and each is compared with each earlier one. */
export const maxExceptions = 500;

const advisoryExpected = 'expected the id of an advisory, such as `GHSA-44c6-4v22-4mhx`';
const pathExpected = 'expected the path of the file, such as `.yarnrc.yml`';
const decidedExpected =
  'expected another file: people decide about the policy and about records of decisions (`/approve-file`), never an exception';
const fingerprintExpected = 'expected the fingerprint of the finding, as `--format json` prints it: 64 hex digits';

/** Keys of the two kinds of exception, of which each needs all but the advisories. */
const ofPackage = ['package', 'rules', 'advisories'] as const;
const ofFile = ['path', 'codes', 'fingerprint'] as const;

interface Written {
  readonly package?: string | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly advisories?: readonly string[] | undefined;
  readonly path?: string | undefined;
  readonly codes?: readonly string[] | undefined;
  readonly fingerprint?: string | undefined;
}

/** What an entry is about, with the keys that its kind has. */
type Excepted =
  | { readonly about: 'file'; readonly path: string; readonly codes: readonly string[]; readonly fingerprint: string }
  | {
      readonly about: 'package';
      readonly package: string;
      readonly rules: readonly string[];
      readonly advisories?: readonly string[];
    };

const isOfFile = (entry: Written): boolean => ofFile.some((key) => entry[key] !== undefined);

/** @throws TypeError for an entry that the schema refuses. */
export function exceptedBy(entry: Written): Excepted {
  const { package: selector, rules, advisories, path, codes, fingerprint } = entry;
  if (path !== undefined && codes !== undefined && fingerprint !== undefined) {
    return { about: 'file', path, codes, fingerprint };
  }
  if (selector === undefined || rules === undefined) {
    throw new TypeError('an exception names neither a package nor a file');
  }
  return { about: 'package', package: selector, rules, ...(advisories === undefined ? {} : { advisories }) };
}

export function exception(rules: readonly Rule[]) {
  const about = z
    .array(
      textThat(
        (text) => (/^[A-Z]{2,16}(-[A-Za-z0-9]{1,32}){1,8}$/.test(text) ? undefined : advisoryExpected),
        advisoryExpected,
      ),
      { error: 'expected a list of advisories, such as `[GHSA-44c6-4v22-4mhx]`' },
    )
    .min(1, { error: 'expected at least one advisory; leave the key out to waive all of them' })
    .max(100, { error: 'expected at most 100 advisories' })
    .check(distinctBy((one) => one, 'the advisory is listed twice'));
  const fields = z.strictObject({
    id: textThat(
      (text) => (/^[A-Za-z0-9][A-Za-z0-9._/#-]{0,63}$/.test(text) ? undefined : 'expected an id, such as `SEC-1412`'),
      'expected an id, such as `SEC-1412`',
    )
      .optional()
      .describe('The id that reports use.'),
    package: textThat(
      (text) =>
        selectorProblem(text) ??
        (namesNothing(text) ? 'expected a name: wildcards alone would cover every package' : undefined),
      'expected a package, such as `left-pad@1.3.0`',
    )
      .optional()
      .describe(
        '`name`, `name@version` or `name@range`; `*` and `?` stand for parts of the name. Required, with `rules`, where there is no `path`.',
      ),
    rules: z
      .array(z.enum(waivableIds(rules), { error: ({ input }) => waiverProblem(input, rules) }), {
        error: 'expected a list of rules, such as `[cooldown]`',
      })
      .min(1, { error: 'expected at least one rule' })
      .check(distinctBy((one) => one, 'the rule is listed twice'))
      .optional()
      .describe('The rules that it waives for the package.'),
    advisories: about
      .optional()
      .describe(
        'The advisories that it waives, where the rule is `advisory`: a finding is covered only where each of its advisories is listed, by any of its ids (GHSA, CVE).',
      ),
    path: textThat((text) => (rootPathProblem(text) === undefined ? undefined : pathExpected), pathExpected)
      .optional()
      .describe(
        'Instead of `package` and `rules`: the file that a finding is about, from the root of the repository, without wildcards. Needs `codes` and `fingerprint`.',
      ),
    codes: z
      .array(z.enum(waivableCodes(rules), { error: ({ input }) => codeProblem(input, rules) }), {
        error: 'expected a list of codes, such as `[setting-changed]`',
      })
      .min(1, { error: 'expected at least one code' })
      .check(distinctBy((one) => one, 'the code is listed twice'))
      .optional()
      .describe('The codes that it waives for the file: a finding is covered only where each of its codes is listed.'),
    fingerprint: textThat(
      (text) => (/^[0-9a-f]{64}$/.test(text) ? undefined : fingerprintExpected),
      fingerprintExpected,
    )
      .optional()
      .describe(
        'The fingerprint of the finding about the file. It is over the content of the files that the finding is about, before and after: other content is another finding.',
      ),
    reason: sentence('expected the reason, in words').describe('Why, for whoever reads it in a year.'),
    owner: sentence('expected who answers for it').optional().describe('Who answers for it.'),
    expires: z.iso
      .date({ error: 'expected a date, such as `2026-12-31`' })
      .describe('The first day (UTC) on which it no longer applies.'),
  });
  return fields.check(ofOneKind).meta({
    oneOf: [{ required: ofPackage.slice(0, 2) }, { required: ofFile }],
  });
}

/** Whether people decide about what is at a path: the policy at its usual place, and the records of decisions. */
const isDecidedPath = (path: string): boolean =>
  /^\.github\/dependency-(?:policy\.ya?ml$|approvals(?:\/|$))/i.test(path);

const isAboutPath = ({ codes = [] }: Written): boolean => !codes.every((code) => elsewhereCodes.has(code));

/** An exception is about a package or about a file: nothing is guessed for either kind. */
function ofOneKind({ value, issues }: z.core.ParsePayload<Written>): void {
  const refuse = (key: keyof Written, message: string) =>
    issues.push({ code: 'custom', message, path: [key], input: value[key] });
  if (!isOfFile(value)) {
    if (value.package === undefined) {
      refuse('package', 'expected a package with `rules`, or a `path` with `codes` and `fingerprint`');
    }
    if (value.rules === undefined) refuse('rules', 'expected a list of rules, such as `[cooldown]`');
    if (value.advisories !== undefined && value.rules?.some((rule) => rule !== 'advisory') === true) {
      refuse('advisories', 'expected `rules: [advisory]` with it: no other rule is about advisories');
    }
    return;
  }
  for (const key of ofPackage) {
    if (value[key] !== undefined) {
      refuse(key, 'expected no such key with `path`, `codes` and `fingerprint`: it is about a file');
    }
  }
  if (value.path === undefined) refuse('path', pathExpected);
  else if (isDecidedPath(value.path) && isAboutPath(value)) refuse('path', decidedExpected);
  if (value.codes === undefined) refuse('codes', 'expected a list of codes, such as `[setting-changed]`');
  if (value.fingerprint === undefined) refuse('fingerprint', fingerprintExpected);
}
