import type { Blocked } from '../model/index.ts';
import { linesOf } from './lines.ts';

/**
 * The line that approves what blocks, as a comment has to say it; undefined where no such line can be written (a path with a
 * space in it): what is offered always reads back as what it was made of.
 */
export function offeredLine(blocked: Exclude<Blocked, { kind: 'undecidable' }>): string | undefined {
  // A tilde that is written plainly could strike out text; an escaped one is shown as it is.
  const subject = blocked.kind === 'package' ? `${blocked.name}@${blocked.version}` : blocked.path;
  const plain = subject.replaceAll('~', '\\~');
  const line =
    blocked.kind === 'package'
      ? `/approve ${plain} ${blocked.codes.join(',')} ${blocked.digest}`
      : `/approve-file ${plain} ${blocked.digest}`;
  const read = linesOf(line);
  const statement = read.length === 1 ? read[0]?.statement : undefined;
  if (statement?.say === 'approve' && blocked.kind === 'package') {
    const isSame =
      statement.name === blocked.name &&
      statement.version === blocked.version &&
      statement.digest === blocked.digest &&
      statement.codes.join(',') === [...blocked.codes].sort().join(',');
    return isSame ? line : undefined;
  }
  if (statement?.say !== 'approve-file' || blocked.kind !== 'file') return undefined;
  return statement.path === blocked.path && statement.digest === blocked.digest ? line : undefined;
}
