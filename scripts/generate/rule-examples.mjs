import { isDeepStrictEqual } from 'node:util';

import { stringify } from 'yaml';

/** The examples of a rule: their input as text, and the messages that the rule reports. */

/** Each example with the messages that the rule reports. @returns {{ title: string, input: string, messages: object[] }[]} */
export function examplesOf(rule, { dossierOf, optionsSchema, now }) {
  return rule.examples.map((example) => {
    const options = optionsSchema(rule).parse({ ...example.options });
    const context = { now, mode: example.mode ?? 'check', denials: example.denials ?? [] };
    const violations =
      rule.subject === 'package'
        ? checkPackage(rule, dossierOf(example.dossier), options, context)
        : rule.subject === 'lockfile'
          ? rule.check({ observation: example.observation, options, context })
          : [example.violation];
    return {
      title: example.title,
      input: inputOf(rule, example, dossierOf),
      messages: violations.map(({ code: id, args }) => ({
        id,
        text: rule.messages[id].text(args),
        remediation: rule.messages[id].remediation(args),
      })),
    };
  });
}

function checkPackage(rule, { evidence, ...dossier }, options, context) {
  return rule.check({ dossier, evidence, options, context });
}

/** How an example differs from a package that no rule reports, as YAML; empty if it does not differ. */
function inputOf(rule, { dossier, observation, violation, options, mode, denials }, dossierOf) {
  const plain = dossierOf();
  const { change = {}, evidence = {}, ...others } = dossier ?? {};
  const input = {
    ...(mode === 'audit' ? { mode } : {}),
    ...(options === undefined ? {} : { options }),
    ...(denials === undefined ? {} : { denials }),
    ...(rule.subject === 'policy' ? { exception: violation.args } : {}),
    ...(observation === undefined ? {} : { observation }),
    ...part('package', difference(change, plain.change)),
    ...difference(others, plain),
    ...Object.fromEntries(
      Object.entries(evidence).map(([kind, piece]) => [kind, evidenceInput(piece, plain.evidence[kind])]),
    ),
  };
  return Object.keys(input).length === 0 ? '' : stringify(input, { lineWidth: 110, aliasDuplicateObjects: false });
}

const part = (name, value) => (Object.keys(value).length === 0 ? {} : { [name]: value });

function evidenceInput(piece, plain) {
  if (piece.state !== 'present') return piece.state;
  const own = plain?.state === 'present' && isMapping(piece.value) ? difference(piece.value, plain.value) : piece.value;
  return isMapping(own) && Object.keys(own).length === 0 ? piece.value : own;
}

const isMapping = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of a mapping that are missing or different in another mapping. */
function difference(value, plain) {
  return Object.fromEntries(
    Object.entries(value).filter(([key, member]) => member !== undefined && !isDeepStrictEqual(member, plain?.[key])),
  );
}
