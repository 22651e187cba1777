import { dirname, isAbsolute, join } from 'node:path';

import { GateFailure } from '../errors.ts';
import type { PolicyTest } from '../model/index.ts';
import { readCases } from '../policy/cases.ts';
import type { PolicyText } from '../policy/load.ts';
import { jsonText } from '../report/formats/json.ts';
import { policyTestText } from '../report/formats/policy-test.ts';
import { errorLine, reportedPolicy } from '../report/view/words.ts';
import { testPolicy } from '../run/policy-cases.ts';
import { quoted } from '../text/visible.ts';
import { extendedReader } from './extended-policy.ts';
import type { Flags } from './flags.ts';
import { demandRegular, readBytes, shownPath, textStyle } from './output.ts';
import { readEvidence } from './request.ts';
import { programName } from './program.ts';

/** The largest file that the reader of YAML accepts, and one byte more, so that it reports the excess itself. */
const maxBytes = 256 * 1024 + 1;

/**
 * `lockgate policy test`: example cases, judged by a policy from recorded evidence.
 * @param file the policy; undefined where there is none
 * @param named what the command line names as the policy
 * @returns 0 if all are as expected, 1 if one is not, 2 if something could not be evaluated
 */
export async function run(flags: Flags, file: PolicyText | undefined, named: string): Promise<number> {
  if (flags.format !== 'text' && flags.format !== 'json') {
    throw new GateFailure('usage', `policy test writes text or json; not ${flags.format}.`);
  }
  if (file === undefined) {
    throw new GateFailure('usage', `no such file; name the policy: ${programName()} policy test FILE`, { path: named });
  }
  const path = flags.cases ?? casesBeside(file, named);
  const source = shownPath(path);
  const cases = readCases(await readBytes(path, maxBytes), source);
  const folder = dirname(path);
  const { policy, outcomes, errors } = await testPolicy(file, cases, extendedReader(flags), async (evidence) => {
    const at = isAbsolute(evidence) ? evidence : join(folder, evidence);
    await demandRegular(at);
    return readEvidence(at);
  });
  const ok = outcomes.filter((one) => one.ok).length;
  const test: PolicyTest = {
    schema: 'lockgate-policy-test/1',
    policy: reportedPolicy({ ...(policy ?? { source: file.source, digest: '', mode: 'enforce' }), ...file.from }),
    source,
    cases: outcomes,
    counts: { cases: cases.length, ok, failed: outcomes.length - ok },
    errors,
  };
  for (const error of errors) process.stderr.write(`lockgate: ${errorLine(error)}\n`);
  if (flags.format === 'json') process.stdout.write(jsonText(test));
  else if (errors.length === 0) process.stdout.write(policyTestText(test, textStyle(undefined)));
  if (errors.length > 0) return 2;
  return ok === cases.length ? 0 : 1;
}

/** `dependency-policy.cases.yml` beside `dependency-policy.yml`. */
function casesBeside({ from }: PolicyText, named: string): string {
  if (from === undefined) return `${named.replace(/\.ya?ml$/i, '')}.cases.yml`;
  throw new GateFailure(
    'usage',
    `name the cases for ${quoted(named)}: ${programName()} policy test ${named} --cases FILE`,
  );
}
