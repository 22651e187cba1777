import { quoted } from '../text/visible.ts';
import type { Exception } from './effective-policy.ts';

/** What an exception is about, as messages name it. */
export function exceptionWords(exception: Exception): string {
  return `the exception for ${quoted(exception.about === 'file' ? exception.path : exception.package)}`;
}
