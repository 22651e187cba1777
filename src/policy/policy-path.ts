import { GateFailure } from '../errors.ts';
import type { SnapshotFile } from '../model/index.ts';

/**
 * The policy file among the paths of a snapshot, or undefined where it has none.
 *
 * A file that its author believes to be the policy, but that lockgate would not read, must not mean "no policy": another
 * spelling (`.yaml`, capitals), and a folder on the way that is a link or a submodule, are refused.
 * @throws GateFailure `policy-invalid`
 */
export function locatePolicy(files: readonly SnapshotFile[], path: string): SnapshotFile | undefined {
  const exact = files.find((file) => file.path === path);
  const refuse = (file: SnapshotFile, message: string) =>
    new GateFailure('policy-invalid', message, { path: file.path });
  if (exact?.mode === 'file') return exact;
  if (exact !== undefined) {
    throw refuse(exact, `the policy is a ${exact.mode}, which is not followed; put a regular file there`);
  }
  const misspelt = files.find((file) => isMisspelt(file, path));
  if (misspelt !== undefined) {
    throw refuse(misspelt, `lockgate looks for the policy under another name; rename this file to \`${path}\``);
  }
  const link = files.find((file) => isOnTheWay(file, path));
  if (link !== undefined) {
    throw refuse(
      link,
      `lockgate looks for the policy in here, but does not enter a ${link.mode}; make it an ordinary folder`,
    );
  }
  return undefined;
}

/** Whether a file is one that its author, or another tool, would take for the policy at this path, or stands in the place of its folder. */
export const lookalikeOf = (file: SnapshotFile, path: string): boolean =>
  file.path !== path && (isMisspelt(file, path) || isOnTheWay(file, path));

const plain = (text: string) => text.toLowerCase().replace(/\.yaml$/, '.yml');

const isMisspelt = (file: SnapshotFile, path: string): boolean => plain(file.path) === plain(path);

const isOnTheWay = (file: SnapshotFile, path: string): boolean =>
  file.mode !== 'file' && path.startsWith(`${file.path}/`);
