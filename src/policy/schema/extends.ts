import * as z from 'zod';

import { presetNames } from './names.ts';
import { rootPathProblem, textThat } from './parts.ts';

const repositoryExpected = 'expected a repository of GitHub, such as `acme/policies`';
const commitExpected = 'expected the full id of a commit: 40 hexadecimal digits, since a branch or a tag can move';

/** A policy file of another repository, at a commit that cannot move. */
const reference = z.strictObject({
  repository: textThat(
    (text) => (/^[A-Za-z0-9][A-Za-z0-9-]*\/(?!\.{1,2}$)[A-Za-z0-9._-]+$/.test(text) ? undefined : repositoryExpected),
    repositoryExpected,
  ).describe('The repository on GitHub: `owner/name`.'),
  path: textThat(rootPathProblem, 'expected the path of a policy file').describe(
    'The path of the policy file, from the root of that repository.',
  ),
  commit: textThat((text) => (/^[0-9a-f]{40}$/.test(text) ? undefined : commitExpected), commitExpected).describe(
    'The full id of the commit: 40 hexadecimal digits.',
  ),
});

export type PolicyReference = z.infer<typeof reference>;

/** The key `extends`. */
export const extendsKey = z
  .union([z.enum(presetNames), reference])
  .describe(
    'The settings that this file builds on: a preset (default: `recommended`), or the policy file of another repository on GitHub, which may itself extend a preset. Lists of both files are combined; for single values, this file wins.',
  );
