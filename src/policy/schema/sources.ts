import * as z from 'zod';

import { canonicalRegistryUrl, registryUrlProblem } from '../registries.ts';
import { distinctBy, textThat } from './parts.ts';

const address = (what: string) =>
  textThat(registryUrlProblem, 'expected the URL of a registry').overwrite(canonicalRegistryUrl).describe(what);

/** Another address than that of the registry itself. */
const another = z
  .strictObject({
    registry: address(
      'A registry that is asked instead, for the packages of the public registry, of a mirror of it and of the default registry. A scope with a registry of its own is asked there.',
    ),
  })
  .describe('Another registry than the one that serves the packages.');

const source = z.union([z.enum(['registry', 'osv']), another]);

/** One source, or a list of them, or none. */
const sourcesOf = (what: string) =>
  z
    .union([
      z.enum(['registry', 'osv', 'none']),
      another,
      z
        .array(source)
        .min(1, { error: 'expected at least one of `registry` and `osv`' })
        .check(distinctBy((one) => (typeof one === 'string' ? one : one.registry), 'the source is listed twice')),
    ])
    .optional()
    .describe(
      `Where ${what} come from: \`registry\`, the registry's own bulk endpoint, \`{ registry: URL }\`, that of another one, \`osv\`, the OSV database, or a list of these. \`none\`: nobody is asked, and every report says so. Default: \`registry\`. If there are several, all must answer.`,
    );

export const sources = z
  .strictObject({
    malware: sourcesOf('malware records'),
    advisories: sourcesOf('advisories'),
    popularity: z
      .union([
        z.enum(['downloads', 'none']),
        z
          .strictObject({
            downloads: address('The address of a downloads service: it answers below `downloads/point/`.'),
          })
          .describe('Another downloads service.'),
      ])
      .optional()
      .describe(
        'Where downloads are counted: `downloads`, the service that belongs to the registry, `{ downloads: URL }`, another one, or `none`. Default: `downloads`.',
      ),
    attestations: z
      .union([z.enum(['registry', 'none']), another])
      .optional()
      .describe(
        'Where attestations come from: `registry`, `{ registry: URL }`, another one, or `none`: nobody is asked, and every report says so. They are verified in the same way wherever they come from. Default: `registry`.',
      ),
  })
  .describe('Where malware records, advisories, download counts and attestations come from.');
