import * as z from 'zod';

import { rootPathProblem } from '../../text/paths.ts';
import type { LocalReference } from '../references.ts';
import { repositoryProblem } from '../remote.ts';
import { presetNames } from './names.ts';
import { textThat } from './parts.ts';

const commitExpected = 'expected the full id of a commit: 40 hexadecimal digits, since a branch or a tag can move';
const localExpected =
  'expected a preset, or the path of a policy file from the folder of this one, such as `./base.yml`';

/** A policy file of another repository, at a commit that cannot move. */
const reference = z.strictObject({
  repository: textThat(repositoryProblem, 'expected a repository of GitHub, such as `acme/policies`').describe(
    'The repository on GitHub: `owner/name`.',
  ),
  path: textThat(rootPathProblem, 'expected the path of a policy file').describe(
    'The path of the policy file, from the root of that repository.',
  ),
  commit: textThat((text) => (/^[0-9a-f]{40}$/.test(text) ? undefined : commitExpected), commitExpected).describe(
    'The full id of the commit: 40 hexadecimal digits.',
  ),
});

// The pattern is for editors too; without `abort`, a union takes this branch for the one that was meant. Where the path leads is seen when the file is read.
const local = z
  .string()
  .max(256, { abort: true })
  .regex(/^\.{1,2}\/[^\\\p{Cc}]+$/u, { error: localExpected, abort: true }) as unknown as z.ZodType<LocalReference>;

const preset = z.enum(presetNames, {
  error: ({ input }) => (typeof input === 'string' && /[/.]/.test(input) ? localExpected : undefined),
});

/** The key `extends`. */
export const extendsKey = z
  .union([preset, local, reference])
  .describe(
    'The settings that this file builds on: a preset (default: `recommended`), a policy file beside this one (`./base.yml`), or the policy file of another repository on GitHub. The other file may itself extend a preset. Lists of both files are combined; for single values, this file wins.',
  );
