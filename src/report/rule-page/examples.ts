import { stringify } from 'yaml';

import { dossierOf } from '../../model/example-dossier.ts';
import { exampleNow } from '../../model/example.ts';
import type { Dossier, EvidenceKind } from '../../model/index.ts';
import type { Known, PackageRule, Rule, RuleContext, Violation } from '../../model/rule.ts';
import { optionsSchema } from '../../policy/schema/options.ts';

/** An example of a rule: its input as text, and the messages that the rule reports. */
export interface ShownExample {
  readonly title: string;
  readonly input: string;
  readonly messages: readonly { readonly code: string; readonly text: string; readonly remediation: string }[];
}

/** Each example with the messages that the rule reports. */
export function examplesOf(rule: Rule): ShownExample[] {
  return runExamples(rule).map(({ title, input, violations }) => ({
    title,
    input,
    messages: violations.map(({ code, args }) => {
      const message = rule.messages[code];
      if (message === undefined) throw new Error(`${rule.id}: no message ${code}`);
      return { code, text: message.text(args), remediation: message.remediation(args) };
    }),
  }));
}

interface Ran {
  readonly title: string;
  readonly input: string;
  readonly violations: readonly Violation[];
}

type Given = { readonly [P in 'mode' | 'denials' | 'listed']?: RuleContext[P] | undefined };

function runExamples(rule: Rule): Ran[] {
  const context = ({ mode = 'check', denials, listed }: Given = {}): RuleContext => ({
    ...{ now: exampleNow, mode },
    ...(listed === undefined ? {} : { listed }),
    ...(denials === undefined ? {} : { denials }),
  });
  const optionsOf = (options: unknown) => optionsSchema(rule).parse({ ...(options as object | undefined) });
  switch (rule.subject) {
    case 'package':
      return rule.examples.map((example) => ({
        title: example.title,
        input: inputOf({
          ...(example.mode === 'audit' && { mode: example.mode }),
          ...{ options: example.options, denials: example.denials, proposers: example.listed },
          ...packageInput(example.dossier),
        }),
        violations: checkPackage(rule, example.dossier, optionsOf(example.options), context(example)),
      }));
    case 'lockfile':
      return rule.examples.map(({ title, observation, options }) => ({
        title,
        input: inputOf({ options, observation }),
        violations: rule.check({ observation, options: optionsOf(options), context: context() }),
      }));
    case 'policy':
      return rule.examples.map(({ title, violation }) => ({
        title,
        input: inputOf({ exception: violation.args }),
        violations: [violation],
      }));
  }
}

type Patch = PackageRule['examples'][number]['dossier'];

function checkPackage(rule: PackageRule, patch: Patch, options: unknown, context: RuleContext) {
  const { evidence, ...dossier } = dossierOf(patch);
  return rule.check({ dossier, evidence: evidence as Known<EvidenceKind>, options, context });
}

/** How an example differs from a package that no rule reports. */
function packageInput({ change = {}, evidence = {}, ...others }: Patch): Readonly<Record<string, unknown>> {
  const plain = dossierOf();
  const changed = difference(change, plain.change);
  return {
    ...(Object.keys(changed).length > 0 && { package: changed }),
    ...difference(others, plain),
    ...Object.fromEntries(
      Object.entries(evidence).map(([kind, piece]) => [
        kind,
        evidenceInput(piece, plain.evidence[kind as EvidenceKind]),
      ]),
    ),
  };
}

type Piece = Dossier['evidence'][EvidenceKind];

function evidenceInput(piece: Piece, plain: Piece): unknown {
  if (piece.state !== 'present') return piece.state;
  const isPatch = plain.state === 'present' && isMapping(piece.value) && isMapping(plain.value);
  if (!isPatch) return piece.value;
  const own = difference(piece.value, plain.value);
  return Object.keys(own).length === 0 ? piece.value : own;
}

const isMapping = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of a mapping that are missing or different in another mapping. */
function difference(value: object, plain: object): Readonly<Record<string, unknown>> {
  const members = new Map<string, unknown>(Object.entries(plain));
  return Object.fromEntries(
    Object.entries(value).filter(
      ([key, member]) => member !== undefined && JSON.stringify(member) !== JSON.stringify(members.get(key)),
    ),
  );
}

/** Input as YAML, without what is undefined; empty if nothing is left. */
function inputOf(input: Readonly<Record<string, unknown>>): string {
  const said = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const text = stringify(said, { lineWidth: 110, aliasDuplicateObjects: false });
  return Object.keys(said).length === 0 ? '' : text.trimEnd();
}
