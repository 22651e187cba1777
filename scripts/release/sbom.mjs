import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { npm } from './npm.mjs';

/**
 * npm's own CycloneDX document of the lockfile, cut down to the packages that contributed a file to dist/ (its licences name them),
 * without what differs from run to run: a random number and the time.
 * @throws where a bundled package is not in the lockfile's document
 */
export function sbomOf(root) {
  const printed = npm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline'], { cwd: root });
  const { serialNumber: _number, metadata, components, dependencies, ...rest } = JSON.parse(printed);
  const { timestamp: _time, ...about } = metadata;
  const bundled = bundledPackages(root);
  const kept = components.filter(({ name, version }) => bundled.has(`${name}@${version}`));
  const missing = [...bundled].filter((each) => !kept.some(({ name, version }) => `${name}@${version}` === each));
  if (missing.length > 0) throw new Error(`the lockfile does not have what dist/ contains: ${missing.join(', ')}`);
  const refs = new Set([about.component['bom-ref'], ...kept.map((component) => component['bom-ref'])]);
  return {
    ...rest,
    metadata: { ...about, component: { ...about.component, name: about.component['bom-ref'].replace(/@[^@]+$/, '') } },
    components: kept.map((component) => ({ ...component, scope: 'required' })),
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) })),
  };
}

/** `name@version` of each package whose licence is in dist/licenses.txt. */
export function bundledPackages(root) {
  const text = readFileSync(join(root, 'dist/licenses.txt'), 'utf8');
  const heads = text.split(`\n${'-'.repeat(80)}\n\n`).map((part) => /^(\S+) (\S+) \(/.exec(part));
  return new Set(heads.map((head) => `${head[1]}@${head[2]}`));
}
