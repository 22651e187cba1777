import type { Report } from '../../model/index.ts';
import { visible } from '../../text/visible.ts';
import type { Annotations } from './annotations.ts';
import { annotate } from './annotations.ts';
import { capital } from './markdown.ts';
import { plural, tallyWords, verdictMeaning } from '../view/words.ts';

/** A check run that holds the annotations. It says what the run's own check says, and never more. */
export interface CheckOutput {
  readonly passed: boolean;
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly annotations: Annotations;
}

/** Of each level: ten requests hold them all, fifty in each. */
const perLevel = 250;
/** Characters that a title takes. What makes a text inert in a log may have made it longer than it was cut to. */
const titleLength = 255;

export function checkOutput(report: Report): CheckOutput {
  const { verdict } = report;
  const { shown, leftOut } = annotate(report, perLevel);
  const { errors, warnings } = leftOut;
  const rest =
    errors + warnings === 0
      ? ''
      : ` Not annotated here: ${plural(errors, 'finding')} at level error, ${plural(warnings, 'finding')} at level warning.`;
  return {
    passed: verdict === 'pass' || verdict === 'warn',
    title: `lockgate: ${verdictMeaning[verdict]}`,
    summary: `${capital(tallyWords(report))}.${rest} The summary of the run has everything.`,
    annotations: { shown: shown.map((one) => ({ ...one, title: visible(one.title, titleLength) })), leftOut },
  };
}
