import type { Instant } from '../../model/index.ts';
import type { Show } from './words.ts';
import { minute } from './words.ts';

/** The recorded evidence that a verdict rests on. */
export interface Basis {
  /** As it was named. */
  readonly path: string;
  /** The time of judgement. */
  readonly at: Instant;
  /** In a replay the digest of the registries, roots and keys, which are the recording's own. */
  readonly trust?: string;
}

/** One sentence: what a verdict over recorded evidence rests on, which no report of live answers says. */
export function basisWords({ path, at, trust }: Basis, show: Show): string {
  const judged = `${show(path)} as of ${show(minute(at))}`;
  return trust === undefined
    ? `Judged from recorded evidence, ${judged}: nobody vouches for what the file says the registries answered.`
    : `Replayed ${judged}, with the registries, roots and keys that the recording names (${show(trust)}): it repeats a judgement and admits nothing.`;
}

/** The sentence before a report: in front of a text, and below the first line of Markdown, by which a comment is found again. */
export function withBasis(report: string, sentence: string, format: 'text' | 'markdown'): string {
  if (format === 'text') return `${sentence}\n${report}`;
  const [marker = '', ...rest] = report.split('\n');
  return [marker, `> ${sentence}`, '', ...rest].join('\n');
}
