import { jsonText } from '../report/formats/json.ts';
import { policyExplanationText } from '../report/formats/policy-explanation.ts';
import { policyExplanationOf } from '../run/explain-policy.ts';
import { reportOf } from '../run/report-of.ts';
import { askAbout, refuseFormats, wantedOf, writeExplanation } from './ask-about.ts';
import type { Flags } from './flags.ts';
import { textStyle } from './output.ts';

/**
 * `lockgate policy explain PACKAGE[@VERSION]`: how the policy judges one package, among everything locked as in `audit`,
 * or with the flags of `check` among what changes.
 * @returns the exit status: 0 whatever the policy's result, 2 if there is none.
 */
export async function run(flags: Flags): Promise<number> {
  const wanted = wantedOf(flags.positionals, 'policy explain');
  refuseFormats('policy explain', flags);
  const judged = await askAbout(flags, { wanted });
  if (judged.effective === undefined) {
    const { errors } = reportOf(judged);
    return writeExplanation(flags.format === 'json' ? jsonText({ errors }) : '', { errors }, flags);
  }
  const explanation = policyExplanationOf(judged, judged.effective, wanted);
  const isJson = flags.format === 'json';
  const text = isJson ? jsonText(explanation) : policyExplanationText(explanation, textStyle(flags.output).colour);
  return writeExplanation(text, explanation, flags);
}
