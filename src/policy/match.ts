import { patternProblem } from '../text/selectors.ts';
import { quoted } from '../text/visible.ts';

export {
  compilePattern,
  compileSelector,
  namesNothing,
  patternProblem,
  selectorProblem,
  spansScopes,
} from '../text/selectors.ts';

/** Why a text is no pattern of paths from the repository's root, or undefined where it is one. */
export function pathPatternProblem(text: string): string | undefined {
  if (text.endsWith('/')) return `expected a pattern of files; a folder's are ${quoted(`${text}**`)}`;
  if (text.split('/').some((segment) => segment === '' || segment === '.' || segment === '..')) {
    return 'expected a path from the root of the repository, without `/` in front and without empty, `.` or `..` segments';
  }
  return patternProblem(text);
}
