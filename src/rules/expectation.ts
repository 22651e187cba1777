import type * as zod from 'zod';

import type { BuildIdentity, Change } from '../model/index.ts';
import { packageSelectors, selects } from '../model/options.ts';
import type { Zod } from '../model/rule.ts';
import { withoutRef } from './builds.ts';

const scopeForm = /^@[^\s@/*?{}[\]()!]+\/\*$/;

/** Schema of what the provenance of a set of packages must contain. Every given field must match exactly. */
export function expectations(z: Zod) {
  const oneSelector = packageSelectors(z);
  const text = (error: string) => z.string({ error }).regex(/^\S{1,2048}$/, { error });
  const selector = text('expected a package, such as `esbuild`, `@acme/*` or `sharp@>=0.33.0`').refine(
    (one) => scopeForm.test(one) || oneSelector.safeParse([one]).success,
    { error: 'expected a package, such as `esbuild`, `@acme/*` or `sharp@>=0.33.0`' },
  );
  const repository = 'expected the address of a repository, such as `https://github.com/acme/tool`';
  const entry = z.strictObject({
    packages: z
      .array(selector)
      .min(1, { error: 'expected at least one package' })
      .describe('The packages that the expectation applies to.'),
    builder: text('expected the id of a builder').optional().describe('The id of the builder, as in the statement.'),
    repository: text(repository)
      .regex(/^https:\/\/[^\s/@]+\/.*(?<!\/|\.git)$/, { error: `${repository}, without \`.git\` and \`/\` at the end` })
      .optional()
      .describe('The address of the repository that the build ran in.'),
    workflow: text('expected the path of a workflow, such as `.github/workflows/release.yml`')
      .optional()
      .describe('The path of the top-level workflow within the repository.'),
    ref: text('expected a full ref, such as `refs/heads/main`').optional().describe('The full git ref of the build.'),
    issuer: text('expected the address of an OIDC issuer, such as `https://gitlab.acme.example`')
      .regex(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
        error: 'expected the address of an OIDC issuer, such as `https://gitlab.acme.example`',
      })
      .optional()
      .describe(
        'The OIDC issuer that vouches for the build, exactly as in the certificate. To name a private issuer here is to trust it for these packages.',
      ),
    trigger: text('expected the event that starts the build, such as `push` or `release`')
      .optional()
      .describe('The event that started the build.'),
    signer: text('expected the address of a workflow, such as `https://github.com/acme/ci/.github/workflows/npm.yml`')
      .regex(/^https:\/\/[^\s/@]+\/[^\s@]+$/, {
        error:
          'expected the address of a workflow without its ref, such as `https://github.com/acme/ci/.github/workflows/npm.yml`',
      })
      .optional()
      .describe('The workflow that signed, which is another one where it is reusable: its address without the ref.'),
    repositoryId: text('expected the numeric id of a repository')
      .regex(/^\d+$/, { error: 'expected the numeric id of a repository, as a text' })
      .optional()
      .describe('The numeric id of the repository, which nobody can take over as a name can be.'),
    ownerId: text('expected the numeric id of an owner')
      .regex(/^\d+$/, { error: 'expected the numeric id of an owner, as a text' })
      .optional()
      .describe("The numeric id of the repository's owner."),
    runner: z
      .enum(['hosted', 'self-hosted'], { error: 'expected `hosted` or `self-hosted`' })
      .optional()
      .describe('Whether the CI service hosts the runner.'),
  });
  return z.array(entry, { error: 'expected a list of expectations' });
}

export type Expectation = zod.output<ReturnType<typeof expectations>>[number];

/** Whether an expectation applies to this version. */
export function concerns({ packages }: Expectation, { name, version }: Pick<Change, 'name' | 'version'>): boolean {
  const scopes = packages.filter((one) => scopeForm.test(one));
  return (
    scopes.some((one) => name.startsWith(one.slice(0, -1))) ||
    selects(
      packages.filter((one) => !scopeForm.test(one)),
      name,
      version,
    )
  );
}

export interface Mismatch {
  readonly field: string;
  readonly expected: string;
  /** Absent where the field is unknown. Third-party text. */
  readonly found?: string;
  /** The value matches, but only in the statement, which whoever controls the build can write. */
  readonly claimed: boolean;
}

/** A builder that is a workflow can be proven: it signs. Of a runner nothing but the statement has the id. */
const isProvable = (builder: string): boolean => builder.includes('/.github/workflows/');

/** The fields in which a verified identity does not match. */
export function mismatches(expected: Expectation, identity: BuildIdentity): readonly Mismatch[] {
  const fields = [
    ['builder', 'builder'],
    ['repository', 'sourceRepository'],
    ['workflow', 'workflow'],
    ['ref', 'ref'],
    ['issuer', 'issuer'],
    ['trigger', 'trigger'],
    ['signer', 'buildSigner'],
    ['repositoryId', 'sourceRepositoryId'],
    ['ownerId', 'ownerId'],
    ['runner', 'runner'],
  ] as const;
  return fields.flatMap(([field, of]) => {
    const wanted = expected[field];
    if (wanted === undefined) return [];
    const found = of === 'buildSigner' ? withoutRef(identity[of]) : identity[of];
    const claimed = identity.claimed.includes(of) && (of !== 'builder' || isProvable(wanted));
    if (found === wanted && !claimed) return [];
    return [{ field, expected: wanted, ...(found === undefined ? {} : { found }), claimed: found === wanted }];
  });
}
