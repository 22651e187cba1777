import type { Remark } from '../../report/view/remarks.ts';
import type { DiffLines } from './diff.ts';

/** Maximum of open remarks on lines, and on files: more would not help a reviewer. The comment has everything. */
export const maxLines = 20;
const maxFiles = 10;

/** Where to put remarks that are not on a line yet. */
export interface Plan {
  readonly lines: readonly { readonly remark: Remark; readonly path: string; readonly line: number }[];
  /** By path: what has no line of its own. */
  readonly files: ReadonlyMap<string, readonly Remark[]>;
  /** Findings that are in the comment only. */
  readonly leftOut: number;
}

/** The first line in the diff for each remark, as long as there is `room`; else its file, the lockfile before a manifest, for at most ten files. */
export function planOf(remarks: readonly Remark[], diff: ReadonlyMap<string, DiffLines>, room: number): Plan {
  const lines: Plan['lines'][number][] = [];
  const files = new Map<string, Remark[]>();
  let leftOut = 0;
  for (const remark of remarks) {
    const place = lines.length < room ? placeOf(remark, diff) : undefined;
    if (place !== undefined) {
      lines.push({ remark, ...place });
      continue;
    }
    const file = remark.files.find((path) => diff.has(path) && (files.has(path) || files.size < maxFiles));
    if (file === undefined) leftOut += remark.item.findings;
    else files.set(file, [...(files.get(file) ?? []), remark]);
  }
  return { lines, files, leftOut };
}

/**
 * A report counts lines in the test merge, a diff in the head. Where both sides changed a file they differ, so a line
 * counts only if it names the package.
 */
function placeOf({ lines }: Remark, diff: ReadonlyMap<string, DiffLines>) {
  const place = lines.find(({ path, line, name }) => diff.get(path)?.get(line)?.includes(name) === true);
  return place && { path: place.path, line: place.line };
}
