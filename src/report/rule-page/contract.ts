import type { Rule } from '../../model/rule.ts';
import { examplesOf } from './examples.ts';
import { optionsOf, presetLevels, severityOf, shownMessage } from './page.ts';

/** What `explain --rule RULE --format json` prints, `lockgate-rule/1`. */
export function ruleContract(rule: Rule) {
  const { id, summary, why, incident, floor } = rule;
  const examples = examplesOf(rule);
  return {
    schema: 'lockgate-rule/1',
    ...{ rule: id, summary, why, ...(incident && { incident }), floor },
    levels: Object.fromEntries(presetLevels(rule)),
    options: optionsOf(rule),
    codes: Object.entries(rule.messages).map(([code, { severity }]) => {
      const { text, remediation } = shownMessage(rule, code, examples);
      return { code, severity: severityOf(severity), example: text, remediation };
    }),
  };
}
