import { appendFile, stat } from 'node:fs/promises';

/** Above it the upload fails and the step stays green (GitHub Docs, Workflow commands: step isolation and limits). */
export const maxSummaryBytes = 1_048_576;

/**
 * Adds finished Markdown to the step summary. A text that would not fit is left out completely: if cut, it could
 * leave an element open around the rest of the page.
 * @throws where the file cannot be written or the text does not fit; the caller makes a warning of it.
 */
export async function writeSummary(file: string, markdown: string): Promise<void> {
  const text = markdown.endsWith('\n') ? markdown : `${markdown}\n`;
  const written = await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  if (written + Buffer.byteLength(text) > maxSummaryBytes) throw new Error('it would be larger than 1 MiB');
  await appendFile(file, text);
}
