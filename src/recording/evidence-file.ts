import { GateFailure } from '../errors.ts';
import { quoted, visible } from '../text/visible.ts';
import type { EvidenceFile } from './evidence-types.ts';

/** The largest evidence file that is read; one of 10,000 packages is a tenth of this. */
export const maxEvidenceBytes = 256 * 1024 * 1024;

/**
 * The file's text: keys in code-unit order, one line for each answer and change, so that two files compare line by line
 * and the same evidence is the same bytes.
 */
export function serializeEvidence(file: EvidenceFile): string {
  return `${print(file, '')}\n`;
}

/**
 * Reads an evidence file. It is treated as hostile: every field is checked, and an unknown one is refused.
 * @param path for messages.
 * @throws GateFailure `evidence-invalid`
 */
export async function parseEvidence(text: string, path: string): Promise<EvidenceFile> {
  const [{ evidenceFileSchema }, parsed] = await Promise.all([import('./evidence-schema.ts'), parseJson(text, path)]);
  if (typeof parsed === 'object' && parsed !== null && 'schema' in parsed && typeof parsed.schema === 'string') {
    if (parsed.schema !== 'lockgate-evidence/1') {
      const found = quoted(parsed.schema, 60);
      throw invalid(
        `Its format is ${found}, but this version of lockgate reads lockgate-evidence/1; record it again.`,
        path,
      );
    }
  }
  const checked = evidenceFileSchema.safeParse(parsed);
  if (checked.success) return checked.data;
  const { place, message } = nearestIssue(checked.error.issues);
  const shown = place.length === 0 ? 'the file' : quoted(place.join('.'), 200);
  throw invalid(`${shown} does not match lockgate-evidence/1 (${visible(message, 200)}); record it again.`, path);
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** Of a union: what each of its members has against the value. */
  readonly errors?: readonly (readonly Issue[])[];
}

/** The first issue; of a union the one of the member that comes nearest, which is the one with the fewest. */
function nearestIssue([issue]: readonly Issue[]): { readonly place: readonly PropertyKey[]; readonly message: string } {
  if (issue === undefined) return { place: [], message: '' };
  const [nearest] = [...(issue.errors ?? [])].sort((a, b) => a.length - b.length);
  if (nearest === undefined || nearest.length === 0) return { place: issue.path, message: issue.message };
  const inner = nearestIssue(nearest);
  return { place: [...issue.path, ...inner.place], message: inner.message };
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('It is not JSON; record the evidence again with --evidence-out.', path);
  }
}

const invalid = (message: string, path: string) => new GateFailure('evidence-invalid', message, { path });

/** JSON with sorted keys. An item of a list is one line. */
function print(value: unknown, indent: string | undefined): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const inner = indent === undefined ? undefined : `${indent}  `;
  const members = isList
    ? value.map((entry) => print(entry, undefined))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, member]) => `${JSON.stringify(key)}:${inner === undefined ? '' : ' '}${print(member, inner)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (members.length === 0) return open + close;
  return inner === undefined
    ? `${open}${members.join(',')}${close}`
    : `${open}\n${inner}${members.join(`,\n${inner}`)}\n${indent ?? ''}${close}`;
}
