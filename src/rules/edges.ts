import satisfies from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';

import type { Change, Release } from '../model/index.ts';
import type { Violation } from '../model/rule.ts';

/**
 * What a lockfile without ranges links a package with, against its published manifest: a version outside the declared range, and,
 * where the base locks this version too and its dependencies changed since, what the manifest does not declare. (Of a new
 * version package managers add dependencies of their own accord, for manifests that are known to lack them.)
 */
export function strayEdges({ edges = [], changed }: Change, published: Partial<Release>): readonly Violation[] {
  const { dependencies, optionalDependencies, peerDependencies = {} } = published;
  if (dependencies === undefined) return [];
  const declared = { ...dependencies, ...optionalDependencies };
  return edges.flatMap(({ name, to, version }): readonly Violation[] => {
    const pinned = `${to}@${version}`;
    if (!Object.hasOwn(declared, name)) {
      // Peers get what their parents provide.
      if (!changed.includes('requirements') || Object.hasOwn(peerDependencies, name)) return [];
      return [
        { code: 'undeclared-dependency', args: { dependency: name, pinned }, stable: { dependency: name, pinned } },
      ];
    }
    const asked = declared[name] ?? '';
    const [, alias = name, spec = asked] = /^npm:(@?[^@]+)(?:@(.*))?$/.exec(asked) ?? [];
    const range = validRange(spec, true);
    if (to === alias && (range === null || range === '*')) return [];
    if (to === alias && satisfies(version, range ?? '', { loose: true, includePrerelease: true })) return [];
    return [
      {
        code: 'dependency-out-of-range',
        args: { dependency: name, pinned, asked },
        stable: { dependency: name, pinned, asked },
      },
    ];
  });
}
