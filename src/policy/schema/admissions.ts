import * as z from 'zod';

import { registryUrlProblem } from '../registries.ts';
import { textThat } from './parts.ts';

const expected = 'expected a URL, such as `https://sigstore.example`';

const server = (what: string) =>
  textThat((text) => (URL.canParse(text) ? registryUrlProblem(text) : expected), expected)
    .overwrite((text) => text.replace(/\/+$/, ''))
    .describe(what);

/** Where the documents about what came in may be signed (docs/decisions/0317). */
export const admissions = z
  .strictObject(
    {
      publicLog: z
        .boolean({ error: 'expected `true` or `false`' })
        .optional()
        .describe(
          'Whether a repository that is not public may sign through the public Sigstore, whose log shows its name, its workflow and its packages to everybody for ever. Default: `false`.',
        ),
      fulcio: server("Your own Sigstore's certificate authority, instead of the public one. With `rekor`.").optional(),
      rekor: server("Your own Sigstore's transparency log. With `fulcio`.").optional(),
    },
    {
      error: ({ code }) => (code === 'invalid_type' ? 'expected a mapping, such as `{ publicLog: true }`' : undefined),
    },
  )
  .check(({ value, issues }) => {
    const { fulcio, rekor } = value;
    if ((fulcio === undefined) === (rekor === undefined)) return;
    const [has, lacks] = fulcio === undefined ? ['rekor', 'fulcio'] : ['fulcio', 'rekor'];
    const message = `expected \`${lacks}\` beside it: a certificate of one Sigstore does not belong into the log of another`;
    issues.push({ code: 'custom', message, input: value, path: [has] });
  })
  .describe('Where the documents about what came in (`admissions: sign` of the action) may be signed.');
