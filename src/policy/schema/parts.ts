import * as z from 'zod';

import { pathGlobProblem } from '../../text/glob.ts';

/** Shapes that several keys of the policy file share. */

/** A text for which `problem` returns no message. */
export function textThat(problem: (text: string) => string | undefined, expected: string) {
  return z.string({ error: expected }).check((context) => {
    const message = problem(context.value);
    if (message !== undefined) context.issues.push({ code: 'custom', message, input: context.value });
  });
}

export const sentence = (expected: string) =>
  z
    .string({ error: expected })
    .trim()
    .min(1, { error: expected })
    .max(1000, { error: 'expected at most 1000 characters' });

/** Refuses the second member of a list that has the same key as an earlier one. */
export function distinctBy<T>(keyOf: (item: T) => string | undefined, message: string) {
  return (context: z.core.ParsePayload<readonly T[]>) => {
    const seen = new Set<string>();
    context.value.forEach((item, index) => {
      const key = keyOf(item);
      if (key === undefined) return;
      if (seen.has(key)) context.issues.push({ code: 'custom', message, input: item, path: [index] });
      seen.add(key);
    });
  };
}

export const pathPatterns = (which: string) =>
  z
    .array(textThat(pathGlobProblem, 'expected a pattern of paths, such as `apps/**`'), {
      error: 'expected a list of patterns, such as `["apps/**"]`',
    })
    .describe(`Patterns of the lockfiles that are ${which}: \`*\`, \`**\` and \`?\`, from the root of the repository.`);
