import { fingerprintOf } from '../judge/fingerprint.ts';
import type { Blocked, FilePreimage } from '../model/decision.ts';
import { effectOf } from '../model/effect.ts';
import type { Finding, Observation } from '../model/index.ts';
import type { Rule } from '../model/rule.ts';
import { settingsOf } from '../policy/profiles.ts';
import { compareText } from '../text/order.ts';
import { blockedBy, whyNot } from './blocking.ts';
import type { FindBlocked } from './blocking.ts';
import { blockingCodes } from './codes.ts';
import { digestOf } from './digest.ts';

/** A decision about the file is the only way in for these, floor though they are. */
const decidedByFile: ReadonlySet<string> = new Set(['gate-config/policy-changed', 'approval-record/record-unproven']);

/** Findings that stand for those of another comparison: their own artifacts are decided there. */
const ofAnotherLook: ReadonlySet<string> = new Set(['lockfile/base-not-a-baseline', 'lockfile/same-head-blocked']);

/** The files of the head whose bytes `blockedOf` asks for, sorted. */
export function pathsOf({
  findings,
  observations,
  policy,
  rules,
}: Omit<FindBlocked, 'bytesOf' | 'repositoryId' | 'dossiers'>) {
  const blocking = findings.filter(
    (finding) => finding.ofFiles === true && effectOf(finding, policy.mode) === 'blocks',
  );
  const paths = blocking.flatMap((finding) => {
    const rule = rules.find(({ id }) => id === finding.rule);
    return rule === undefined ? [] : filesOf(finding, rule, observations);
  });
  return [...new Set(paths)].sort(compareText);
}

/** A finding that is about files, or about nothing that can be decided. */
export function blockedFile(finding: Finding, rule: Rule | undefined, given: FindBlocked): Blocked {
  const { policy, repositoryId, observations, bytesOf } = given;
  const { name, version, lockfile: path } = finding;
  const applied = settingsOf(policy, [{ lockfile: path }]);
  const isDecided = (code: string) => isDecidedByFile(finding.rule, code);
  const blocking = rule === undefined ? { codes: finding.codes, floor: [] } : blockingCodes(finding, rule, applied);
  // A code that is floor by what it says, and not by its own severity, is one that people decide about.
  const spoken = finding.floor && blocking.floor.length === 0 ? finding.codes.filter(isDecided) : blocking.floor;
  const counted = policy.mode === 'observe' ? spoken : blocking.codes;
  const codes = counted.map((code) => `${finding.rule}/${code}`);
  const by = blockedBy([{ finding, codes }]);
  const undecidable = (why: Extract<Blocked, { readonly kind: 'undecidable' }>['why']): Blocked => ({
    ...{ kind: 'undecidable', why, name, version, lockfile: path },
    ...by,
  });
  if (rule === undefined || codes.some((code) => ofAnotherLook.has(code))) return undecidable('no-subject');
  const letIn = finding.floor && spoken.length > 0 && spoken.every(isDecided);
  const why = whyNot(letIn ? { ...finding, floor: false } : finding, rule);
  if (why !== undefined) return undecidable(why);
  const paths = rule.subject === 'lockfile' && finding.ofFiles === true ? filesOf(finding, rule, observations) : [];
  const bytes = bytesIn(path, paths, bytesOf);
  if (bytes === undefined) return undecidable('no-subject');
  if (repositoryId === undefined) return undecidable('no-repository');
  const preimage: FilePreimage = { v: 1, repositoryId, path, ...bytes, rule: rule.id, codes: counted };
  const digest = digestOf(preimage);
  if (digest === undefined) return undecidable('no-digest');
  return { kind: 'file', path, digest, preimage, ...by, ...(isNarrowing(finding, observations) && { byOne: true }) };
}

/** Whether something is let in by a decision about the very file alone, floor though it is. @param code `rule/code` */
export const isFloorOfFile = (code: string): boolean => isDecidedByFile(...(code.split('/', 2) as [string, string]));

const isDecidedByFile = (rule: string, code: string): boolean => decidedByFile.has(`${rule}/${code}`);

/** Whether the finding is about a change of the policy that only tightens who may approve, and about nothing else. */
function isNarrowing({ rule, codes, lockfile }: Finding, observations: readonly Observation[]): boolean {
  const own = observations.filter(({ code, path }) => path === lockfile && codes.includes(code));
  return (
    codes.every((code) => decidedByFile.has(`${rule}/${code}`)) &&
    own.length > 0 &&
    own.every(({ args }) => args['narrows'] === 'yes')
  );
}

/** The paths that a finding is about, sorted; empty where one of its observations does not say. */
function filesOf(finding: Finding, rule: Rule, observations: readonly Observation[]): readonly string[] {
  const own = observations.filter(
    ({ code, path, name = null, version = null }) =>
      Object.hasOwn(rule.messages, code) &&
      path === finding.lockfile &&
      name === finding.name &&
      version === finding.version &&
      finding.codes.includes(code),
  );
  if (own.some(({ files = [] }) => files.length === 0)) return [];
  return [...new Set(own.flatMap(({ files = [] }) => files.map(({ path }) => path)))].sort(compareText);
}

/** Of one file its own bytes; of several, the digest of the list of them, with the mode of a folder. */
function bytesIn(
  path: string,
  paths: readonly string[],
  bytesOf: FindBlocked['bytesOf'],
): Pick<FilePreimage, 'mode' | 'sha256'> | undefined {
  const all = paths.map((each) => [each, bytesOf(each)] as const);
  const [first, ...others] = all;
  if (first === undefined || all.some(([, bytes]) => bytes === undefined)) return undefined;
  const [of, own] = first;
  if (others.length === 0 && of === path) return { mode: own?.mode ?? null, sha256: own?.sha256 ?? null };
  const list = all.map(([each, bytes]) => [each, bytes?.mode ?? null, bytes?.sha256 ?? null]);
  return { mode: '040000', sha256: fingerprintOf(list) };
}
