import type { Explanation } from '../report/formats/explain.ts';
import { explanationText } from '../report/formats/explain.ts';
import { jsonText } from '../report/formats/json.ts';
import { explaining, explanationOf } from '../run/explain.ts';
import { changesAbout } from '../run/findings-about.ts';
import { askAbout, askUntouched, refuseFormats, wantedOf, writeExplanation } from './ask-about.ts';
import { readFlags } from './flags.ts';
import { textStyle } from './output.ts';
import { programName } from './program.ts';

/**
 * `lockgate explain PACKAGE[@VERSION]`: one package, from its bytes to the policy, among everything locked or, with the
 * flags of `check`, among what changes.
 * `lockgate explain --rule RULE`: the page of a rule instead.
 * @returns the exit status: 0 if it was found, whatever the policy's result; 2 if not, or if it could not be evaluated.
 */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, 'explain');
  if (flags.rule !== undefined) return (await import('./explain-rule.ts')).explainRule(flags.rule, flags);
  const wanted = wantedOf(flags.positionals, 'explain');
  refuseFormats('explain', flags);
  const asked = await askAbout(flags, explaining(wanted));
  const untouched =
    asked.failed || changesAbout(asked, wanted).length > 0 ? undefined : await askUntouched(flags, explaining(wanted));
  const isLocked = untouched !== undefined && (untouched.failed || changesAbout(untouched, wanted).length > 0);
  const judged = isLocked ? untouched : asked;
  const explanation: Explanation = {
    ...explanationOf(judged, wanted),
    ...(isLocked && !judged.failed && { touched: false }),
  };
  const isJson = flags.format === 'json';
  const text = isJson
    ? jsonText(explanation)
    : explanationText(explanation, { ...textStyle(flags.output), program: programName() });
  const status = await writeExplanation(!isJson && judged.failed ? '' : text, explanation, flags);
  return explanation.packages.length > 0 ? status : 2;
}
