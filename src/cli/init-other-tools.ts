import type { Snapshot } from '../model/index.ts';
import { plural } from '../report/view/text-words.ts';
import { programName } from './program.ts';

/** Where the other tools keep their options; a workflow only if it uses the action. */
const lint = /^\.lockfile-lintrc(?:\.json|\.ya?ml)?$/;
const review = /^\.github\/dependency-review-config\.ya?ml$/;
const workflow = /^\.github\/workflows\/[\w.-]+\.ya?ml$/;

/** Workflows that are read, and bytes of each. */
const most = { workflows: 100, bytes: 256 * 1024 };

/** One line that says which files of other tools are here, and how their options are taken over; none where there is none. */
export async function otherTools(head: Snapshot): Promise<readonly string[]> {
  const files = await head.list();
  const uses = async (file: (typeof files)[number]) => {
    const bytes = await head.read(file, most.bytes).catch(() => undefined);
    return /uses:\s*["']?actions\/dependency-review-action@/i.test(new TextDecoder().decode(bytes));
  };
  const workflows = files.filter(({ path }) => workflow.test(path)).slice(0, most.workflows);
  const using = (await Promise.all(workflows.map(async (file) => ((await uses(file)) ? [file.path] : [])))).flat();
  // A workflow names its configuration, which is read with it.
  const reviewing = using.length > 0 ? using : files.flatMap(({ path }) => (review.test(path) ? [path] : []));
  const found = [...reviewing, ...files.flatMap(({ path }) => (lint.test(path) ? [path] : []))];
  if (found.length === 0) return [];
  const flags = found.map((path) => `--from ${path}`).join(' ');
  const what = found.length === 1 ? `${found[0]}` : plural(found.length, 'file');
  return [
    `Found ${what} of other tools: \`${programName()} init ${flags}\` takes over ${found.length === 1 ? 'its' : 'their'} options.`,
  ];
}
