import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';

import { GateFailure } from '../errors.ts';
import type { Report, VerdictWord } from '../model/index.ts';
import type { Basis } from '../report/view/basis.ts';
import { visible } from '../text/visible.ts';
import { showsHyperlinks } from './hyperlinks.ts';
import { programName } from './program.ts';
import type { Flags, Format } from './flags.ts';

declare const LOCKGATE_VERSION: string;
declare const LOCKGATE_REPOSITORY: string;

const statuses: Readonly<Record<VerdictWord, number>> = { pass: 0, warn: 0, fail: 1, error: 2 };

/**
 * Writes the report where and as the flags say, and its errors to standard error, one line each.
 * @param basis the recorded evidence that it rests on; absent: live answers
 * @returns the exit status: 0 pass and warn, 1 fail, 2 could not evaluate.
 */
export async function writeReport(report: Report, flags: Flags, basis?: Basis): Promise<number> {
  const { format, output } = flags;
  return writeInstead(await withSaid(await render(report, format, output), format, basis), report, flags);
}

/** Writes a text in the place of a report, where and as the flags say. @returns the exit status that the report has */
export async function writeInstead(text: string, report: Report, { format, output }: Flags): Promise<number> {
  if (output === undefined) process.stdout.write(text);
  else await writeText(output, text);
  const bothSeen = format === 'text' && output === undefined && process.stdout.isTTY && process.stderr.isTTY;
  if (report.errors.length > 0 && !bothSeen) {
    const { errorLine } = await import('../report/view/words.ts');
    for (const error of report.errors) process.stderr.write(`lockgate: ${errorLine(error)}\n`);
  }
  return statuses[report.verdict];
}

/** Contracts for machines stay as they are, byte for byte. */
async function withSaid(text: string, format: Format, basis: Basis | undefined): Promise<string> {
  if (basis === undefined || format === 'json' || format === 'sarif') return text;
  const [{ basisWords, withBasis }, { codeSpan }] = await Promise.all([
    import('../report/view/basis.ts'),
    import('../report/escape.ts'),
  ]);
  return withBasis(text, basisWords(basis, format === 'markdown' ? codeSpan : visible), format);
}

async function render(report: Report, format: Format, output: string | undefined): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../report/formats/json.ts')).jsonReport(report);
    case 'markdown':
      return (await import('../report/formats/markdown.ts')).commentMarkdown(report, await projectLinks());
    case 'sarif':
      return (await import('../report/formats/sarif.ts')).sarifReport(report);
    case 'text':
      return (await import('../report/formats/terminal.ts')).terminalReport(report, {
        ...textStyle(output),
        ...(await projectStyle(output)),
        program: programName(),
      });
  }
}

interface TextStyle {
  readonly colour: boolean;
  readonly width: number;
}

/** How text for a person is written: for a terminal in its width and in colour, for a file or a pipe without either. */
export function textStyle(output: string | undefined): TextStyle {
  const terminal = output === undefined && process.stdout.isTTY;
  const { NO_COLOR: never, FORCE_COLOR: always } = process.env;
  return {
    colour: !never && (terminal || Boolean(always)),
    width: terminal ? Math.max(60, process.stdout.columns) : Infinity,
  };
}

/** The same links in Markdown, or how to read on where there are none. */
async function projectLinks() {
  const { projectOf, rulesUrlOf } = await import('../report/view/project.ts');
  const project = projectOf(LOCKGATE_REPOSITORY, LOCKGATE_VERSION);
  if (project === undefined) return { program: programName() };
  return { rulesUrl: rulesUrlOf(project), project: { url: project.url, version: LOCKGATE_VERSION } };
}

/** Where lockgate's own pages are, and whether the terminal links to them. */
async function projectStyle(output: string | undefined) {
  const { projectOf } = await import('../report/view/project.ts');
  const project = projectOf(LOCKGATE_REPOSITORY, LOCKGATE_VERSION);
  const isTerminal = output === undefined && process.stdout.isTTY;
  return { project, version: LOCKGATE_VERSION, hyperlinks: isTerminal && showsHyperlinks(process.env) };
}

/** @throws GateFailure `usage` where the file that a flag names cannot be written. */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw new GateFailure('usage', `cannot be written (${codeOf(cause)})`, { path });
  }
}

/** @throws GateFailure `usage` where the file that a flag names cannot be read or is larger than `maxBytes`. */
export async function readText(path: string, maxBytes = Infinity): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readBytes(path, maxBytes));
}

/**
 * @throws GateFailure as `readText`; the bytes are for a reader that demands UTF-8 itself. A device that never ends is left at
 *   the bound.
 */
export async function readBytes(path: string, maxBytes = Infinity): Promise<Uint8Array> {
  try {
    const stats = await stat(path);
    if (stats.isFile() && stats.size > maxBytes) throw largerThan(maxBytes, path);
    if (maxBytes === Infinity) return await readFile(path);
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > maxBytes) throw largerThan(maxBytes, path);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (cause) {
    if (cause instanceof GateFailure) throw cause;
    throw new GateFailure('usage', `cannot be read (${codeOf(cause)})`, { path });
  }
}

const largerThan = (maxBytes: number, path: string) =>
  new GateFailure('usage', `is larger than ${maxBytes} bytes`, { path });

/** @throws GateFailure `usage` for a pipe or a device, which nobody could mean who names it in a file. */
export async function demandRegular(path: string): Promise<void> {
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isFile() === false) throw new GateFailure('usage', 'is not a regular file; name one', { path });
}

/** A file as reports and recordings name it: as it was given, without the folders of this machine. */
export function shownPath(path: string): string {
  return isAbsolute(path) ? basename(path) : path;
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
}
