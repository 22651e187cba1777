import { asGateError } from '../errors.ts';
import type { Report } from '../model/index.ts';
import { folderOf } from '../text/paths.ts';
import { limits, quoted } from '../text/visible.ts';
import type { Flags } from './flags.ts';
import { readFlags } from './flags.ts';
import type { Addition } from './judge-subject.ts';
import { judgeSubject } from './judge-subject.ts';
import { writeText } from './output.ts';
import { asAgent } from './vet-proposer.ts';
import { openVetProject } from './vet-project.ts';
import type { Spec } from './vet-specs.ts';
import { readSpecs, requireAll } from './vet-specs.ts';

/** `lockgate vet SPEC...`: would these be admitted here? Nothing is installed or written. @returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, 'vet');
  const specs = readSpecs(flags.positionals);
  if (isRequired(flags)) (await import('./vet-required.ts')).demandOwnAnswer(flags);
  if (!flags.isAnswer && !isRequired(flags)) {
    requireAll(specs);
    return vet(specs, flags);
  }
  let status: number;
  try {
    status = await vet(specs, flags);
  } catch (cause) {
    const { unjudged } = await import('./vet-answers.ts');
    const text = await unjudged(specs, asGateError(cause).code);
    if (flags.output === undefined) process.stdout.write(text);
    else await writeText(flags.output, text);
    throw cause;
  }
  requireAll(specs);
  return status;
}

const isRequired = ({ switches }: Flags): boolean => switches?.has('require-decision') === true;

async function vet(specs: readonly Spec[], flags: Flags): Promise<number> {
  const { note, folder: vetFolder, ...project } = await openVetProject(flags, isRequired(flags));
  const isLookedAt = (path: string) => folderOf(path) === vetFolder;
  const requires = specs.flatMap(({ requirement }) => requirement ?? []);
  const authorship = flags.as === 'agent' ? asAgent(project.authorship) : project.authorship;
  const subject = {
    ...{ mode: 'check' as const, base: project.head, ...project, vet: requires, vetFolder, isLookedAt },
    ...{ documents: new Map(), ...(authorship && { authorship }) },
  };
  if ((flags.isAnswer || isRequired(flags)) && requires.length === 0) {
    await project.head.close?.();
    requireAll(specs);
  }
  return judgeSubject(subject, flags, async (report, ran) => {
    if (isRequired(flags)) {
      const [{ basisFinder }, { requiredAnswersTo }] = await Promise.all([
        import('./vet-required.ts'),
        import('./vet-answers.ts'),
      ]);
      const find = await basisFinder(flags, ran.request, project.trusted);
      const { text, isRefused } = await requiredAnswersTo(specs, ran, find);
      return { report, instead: text, isRefused };
    }
    if (flags.isAnswer) {
      const { answersTo } = await import('./vet-answers.ts');
      return { report, instead: await answersTo(specs, ran) };
    }
    const { preface = '', ...rest } = await withNearest(report);
    const isText = flags.format === 'text' && flags.output === undefined && report.verdict === 'fail';
    const closing = isText ? await (await import('./vet-answers.ts')).offersTo(specs, ran) : '';
    const said = note === undefined || flags.policy !== undefined ? '' : `${note}\n`;
    return { ...rest, preface: said + preface, closing };
  });
}

/** Names that do not exist come first, and their findings suggest similar well-known names. */
async function withNearest(report: Report): Promise<Addition> {
  const unknown = new Set(report.findings.flatMap((each) => (isUnknown(each) ? (each.name ?? '') : [])));
  if (unknown.size === 0) return { report };
  const { meantBy } = await import('../names/well-known-names.ts');
  const meant = new Map<string, string>();
  for (const name of unknown) {
    const near = meantBy(name, 3);
    const shown = near.map((each) => quoted(each, limits.name)).join(', ');
    meant.set(name, near.length === 0 ? '' : ` Did you mean ${shown}?`);
  }
  const lines = [...meant].map(([name, words]) => `${quoted(name, limits.name)} does not exist.${words}\n`);
  const findings = report.findings.map((each) =>
    isUnknown(each) ? { ...each, remediation: `${each.remediation}${meant.get(each.name ?? '') ?? ''}` } : each,
  );
  return { report: { ...report, findings }, preface: `${lines.join('')}\n` };
}

function isUnknown({ rule, outcome, codes }: Report['findings'][number]): boolean {
  const isUnknownName = codes.some((code) => code.startsWith('unknown-name') || code === 'unknown-transitive');
  return rule === 'existence' && outcome === 'violation' && isUnknownName;
}
