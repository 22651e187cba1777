import { patternProblem } from '../rules/selectors.ts';
import { quoted } from '../text.ts';

export {
  compilePattern,
  compileSelector,
  namesNothing,
  patternProblem,
  selectorProblem,
  spansScopes,
} from '../rules/selectors.ts';

/** Why a text is no pattern of paths from the repository's root, or undefined where it is one. */
export function pathPatternProblem(text: string): string | undefined {
  if (text.endsWith('/')) return `expected a pattern of files; a folder's are ${quoted(`${text}**`)}`;
  if (text.split('/').some((segment) => segment === '' || segment === '.' || segment === '..')) {
    return 'expected a path from the root of the repository, without `/` in front and without empty, `.` or `..` segments';
  }
  return patternProblem(text);
}
