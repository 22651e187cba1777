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
    },
    { error: ({ code }) => (code === 'invalid_type' ? 'expected a mapping, such as `{ review: true }`' : undefined) },
  )
  .describe('Where findings are reported besides the check, the summary and the comment.');
