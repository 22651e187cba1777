import * as z from 'zod';

/** Where findings are reported besides the check itself. Nothing here affects a verdict, so none of it is part of the digest. */
export const report = z
  .strictObject(
    {
      review: z
        .boolean({ error: 'expected `true` or `false`' })
        .optional()
        .describe(
          'Whether the action also marks what blocks on the lines of the diff, by a review; its input `review` asks for the same.',
        ),
      comment: z
        .enum(['always', 'findings', 'never'])
        .optional()
        .describe(
          'When the action comments on a pull request: `always` on findings (warnings or errors) and where a changed package without verified provenance is direct, new to the lockfile, or had it before; `findings` only on findings; `never`. A comment that is there is kept up to date in any case. Default: `always`.',
        ),
      notices: z
        .boolean({ error: 'expected `true` or `false`' })
        .optional()
        .describe('Whether the action annotates findings at level `note` too, as notices. Default: `false`.'),
    },
    { error: ({ code }) => (code === 'invalid_type' ? 'expected a mapping, such as `{ review: true }`' : undefined) },
  )
  .describe('Where findings are reported besides the check, the summary and the comment.');
