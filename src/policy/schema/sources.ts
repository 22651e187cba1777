import * as z from 'zod';

import { distinctBy } from './parts.ts';

const source = z.enum(['registry', 'osv']);

/** One source, or a list of them. */
const sourcesOf = (what: string) =>
  z
    .union([
      source,
      z
        .array(source)
        .min(1, { error: 'expected at least one of `registry` and `osv`' })
        .check(distinctBy((one) => one, 'the source is listed twice')),
    ])
    .optional()
    .describe(
      `Where ${what} come from: \`registry\`, the registry's own bulk endpoint, \`osv\`, the OSV database, or a list of both. Default: \`registry\`. If there are several, all must answer.`,
    );

export const sources = z
  .strictObject({
    malware: sourcesOf('malware records'),
    advisories: sourcesOf('advisories'),
    popularity: z
      .enum(['downloads', 'none'])
      .optional()
      .describe(
        'Where downloads are counted: `downloads`, the service that belongs to the registry, or `none`. Default: `downloads`.',
      ),
  })
  .describe('Where malware records, advisories and download counts come from.');
