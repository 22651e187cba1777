import type { Report } from '../../model/index.ts';
import { visible } from '../../text/visible.ts';
import type { Annotations } from './annotations.ts';
import { annotate } from './annotations.ts';
import { capital } from './markdown.ts';
import { tallyWords } from '../view/tally.ts';
import { titleWords } from '../view/verdict-words.ts';
import { plural } from '../view/words.ts';

/** A check run for the annotations. Its conclusion is that of the run's own check. */
export interface CheckOutput {
  readonly passed: boolean;
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly annotations: Annotations;
}

/** Per level: ten requests hold them all, fifty in each. */
const perLevel = 250;
/** Characters that a title may have. Making a text inert for a log may have made it longer than it was cut to. */
const titleLength = 255;

export function checkOutput(report: Report, { notices = false }: { readonly notices?: boolean } = {}): CheckOutput {
  const { verdict } = report;
  const { shown, leftOut } = annotate(report, { max: perLevel, notices });
  const { errors, warnings } = leftOut;
  const rest =
    errors + warnings === 0
      ? ''
      : ` Not annotated here: ${plural(errors, 'finding')} at level error, ${plural(warnings, 'finding')} at level warning.`;
  return {
    passed: verdict === 'pass' || verdict === 'warn',
    title: `lockgate: ${titleWords(report)}`,
    summary: `${capital(tallyWords(report))}.${rest} The summary of the run has everything.`,
    annotations: { shown: shown.map((one) => ({ ...one, title: visible(one.title, titleLength) })), leftOut },
  };
}
