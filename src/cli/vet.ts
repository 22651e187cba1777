import { GateFailure } from '../errors.ts';
import { isPackageName } from '../lockfile/names.ts';
import { specKind } from '../lockfile/spec.ts';
import type { Report, Requirement } from '../model/index.ts';
import { isAnswerable } from '../lockfile/spec.ts';
import { folderOf } from '../text/paths.ts';
import { limits, quoted } from '../text/visible.ts';
import { readFlags } from './flags.ts';
import type { Addition } from './judge-subject.ts';
import { judgeSubject } from './judge-subject.ts';
import { openVetProject } from './vet-project.ts';

/** `lockgate vet SPEC...`: would these be admitted here? Nothing is installed or written. @returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, 'vet');
  const vet = readSpecs(flags.positionals);
  const { note, folder: vetFolder, ...project } = await openVetProject(flags);
  const isLookedAt = (path: string) => folderOf(path) === vetFolder;
  return judgeSubject(
    { mode: 'check', base: project.head, ...project, vet, vetFolder, isLookedAt },
    flags,
    async (report) => {
      const { preface = '', ...rest } = await withNearest(report);
      return { ...rest, preface: (note === undefined || flags.policy !== undefined ? '' : `${note}\n`) + preface };
    },
  );
}

/**
 * `name`, `name@range`, `@scope/name@tag`, `alias@npm:name@range`.
 * @throws GateFailure `usage` for no spec, for a name that is given twice, and for a spec that no registry can answer.
 */
function readSpecs(specs: readonly string[]): readonly Requirement[] {
  if (specs.length === 0) throw new GateFailure('usage', 'vet needs specs: lockgate vet express@^5 @acme/x');
  const requires = specs.map(readSpec);
  const twice = requires.find(({ name }, at) => requires.findIndex((each) => each.name === name) !== at);
  if (twice === undefined) return requires;
  throw new GateFailure('usage', `${quoted(twice.name, limits.name)} is given twice; vet one spec of it at a time.`);
}

function readSpec(text: string): Requirement {
  const at = text.indexOf('@', 1);
  const name = at < 0 ? text : text.slice(0, at);
  // npm's own default for a name alone: what its range would be, with the tag `latest` first.
  const spec = at < 0 || at === text.length - 1 ? '*' : text.slice(at + 1);
  if (isPackageName(name) && isAnswerable(name, spec)) return { name, spec, type: 'prod' };
  throw new GateFailure('usage', `${quoted(text, limits.name)} cannot be vetted: ${whyNot(text, name, spec)}`);
}

function whyNot(text: string, name: string, spec: string): string {
  const kind = isPackageName(name) ? specKind(spec) : specKind(text);
  switch (kind) {
    case 'git':
      return 'a git dependency has no publish time, signature or history to judge, and lockgate never fetches one; name a package in a registry.';
    case 'remote':
      return 'a URL is not a package in a registry, and lockgate never requests a URL that it is given; name a package in a registry.';
    case 'file':
    case 'directory':
      return 'no registry can vouch for a file or folder, and lockgate never opens one; name a package in a registry.';
    case 'registry':
    case 'alias':
    case 'unknown':
      return 'npm does not accept this name or spec; write NAME or NAME@RANGE.';
  }
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
