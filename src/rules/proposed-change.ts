import type { Change, ChangedAspect } from '../model/index.ts';
import type { MayPropose } from '../model/proposal.ts';
import { compareVersion } from '../text/order.ts';
import { registryPart } from '../text/registry-part.ts';

/** Which changes of direct dependencies need a decision, by what their proposer may do without one. */

/** What changes the package that an import gets: what else differs in an entry follows from the package itself. */
const decisive: ReadonlySet<ChangedAspect> = new Set([
  ...(['version', 'resolved', 'integrity', 'source', 'dependency-types', 'alias', 'folder-scripts'] as const),
]);

/** Whether it is a direct dependency that is new to the lockfile, or another than it was. */
export function isProposed({ kind, direct, changed }: Change): boolean {
  return direct && (kind === 'added' || (kind === 'updated' && changed.some((aspect) => decisive.has(aspect))));
}

/** Whether whoever may propose so much may propose this change without a decision. */
export function isWithin(change: Change, may: MayPropose): boolean {
  if (!isProposed(change)) return true;
  if (may === 'nothing' || change.source.kind !== 'registry' || hasNewAlias(change)) return false;
  const { directBefore: before, dependencyTypes } = change;
  if (before === undefined) return may !== 'updates' && isOfKind(dependencyTypes, may);
  const isOfSameKind =
    dependencyTypes.length > 0 && dependencyTypes.every((type) => before.dependencyTypes.includes(type));
  return rises(change) && (isOfSameKind || (may !== 'updates' && isOfKind(dependencyTypes, may)));
}

const hasNewAlias = ({ aliases, baseAliases = [] }: Change): boolean =>
  aliases.some((alias) => !baseAliases.includes(alias));

/** A dependency that production reaches in any way is one of production. */
const isOfKind = (types: Change['dependencyTypes'], may: 'dev' | 'prod'): boolean =>
  may === 'prod' || (types.length > 0 && types.every((type) => type === 'dev'));

/** Whether it is a higher version than all that it replaces, of the same kind of source and from the same registry. */
function rises({ name, version, pins, directBefore: before }: Change): boolean {
  if (before === undefined) return false;
  return (
    before.versions.every((former) => compareVersion(version, former) > 0) &&
    before.sources.every((kind) => kind === 'registry') &&
    pins.every(({ resolved }) => before.registries.includes(registryPart(resolved, name)))
  );
}
