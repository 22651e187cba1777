import * as z from 'zod';

import { pathPatterns } from './parts.ts';

export const lockfiles = z
  .strictObject({
    include: pathPatterns('gated')
      .min(1, { error: 'expected at least one pattern: an empty list gates nothing' })
      .optional(),
    exclude: pathPatterns('left out')
      .refine((patterns) => patterns.every((pattern) => /[^*?/]/.test(pattern)), {
        error: 'expected patterns that leave something to gate',
      })
      .optional(),
  })
  .describe(
    'Which lockfiles are gated. Default: all of them; never those under `node_modules`. In a folder in which `exclude` leaves out ' +
      'lockfiles of every name, settings, programs, links, `.gitattributes` and manifests are not looked at either, unless the ' +
      'settings of a gated lockfile name them or it has a workspace there.',
  );
