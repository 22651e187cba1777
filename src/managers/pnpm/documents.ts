import { GateFailure } from '../../errors.ts';
import type { Observation } from '../../model/index.ts';
import { scalarText } from '../../lockfile/locked-settings.ts';
import { lockfileYamlFaults } from '../../text/decode.ts';
import { placeIn } from '../../text/json-object.ts';
import { objectOf } from '../object-of.ts';
import type { ProjectFiles } from '../settings-file.ts';

/** A line that begins a document, as YAML has it. */
const MARK = /^---(?=[ \t\r\n]|$)[^\n]*$/gm;

/**
 * Refuses marks of documents that pnpm does not write. pnpm 10 to 12 split the text where it begins with `---` and a line
 * feed, and at the first line that is exactly `---`: of a text with any other mark they read nothing or half of it, and
 * choose versions anew.
 * @throws GateFailure `lockfile-yaml`
 */
export function refuseOtherMarks(path: string, text: string): void {
  const marks = [...text.matchAll(MARK)];
  const isWritten = marks.length === 2 && marks[0]?.index === 0 && marks.every(([line]) => line === '---');
  if (marks.length === 0 || isWritten) return;
  const wrong = marks.find(({ index, 0: line }) => line !== '---' || (index > 0 && marks.length === 1)) ?? marks[0];
  throw new GateFailure(
    'lockfile-yaml',
    `A \`---\` stands where pnpm does not write one, and pnpm then ignores part of the lockfile or all of it; ${lockfileYamlFaults.fix}.`,
    placeIn(path, text, wrong?.index ?? 0),
  );
}

/** The oldest major version of pnpm that writes two documents; an older one ignores such a lockfile or refuses it. */
const TWO_DOCUMENTS = 11;

/** Two documents in a project that names a pnpm which may not read them. */
export async function unreadDocuments(path: string, files: ProjectFiles): Promise<readonly Observation[]> {
  const manifest = await files.at('package.json');
  if (manifest.state !== 'read') return [];
  const root = objectOf(manifest.value.value);
  const engine = objectOf(objectOf(root.get('devEngines')).get('packageManager'));
  const [name, version] = [scalarText(engine.get('name')), scalarText(engine.get('version'))];
  const named = [scalarText(root.get('packageManager')), `${name}@${version}`];
  const old = named.find((each) => Number(/^pnpm@[^\d]*(\d+)/.exec(each)?.[1]) < TWO_DOCUMENTS);
  if (old === undefined) return [];
  return [{ code: 'unread-documents', path, line: 1, args: { manager: old, manifest: manifest.path } }];
}
