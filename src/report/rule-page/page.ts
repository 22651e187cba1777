import * as z from 'zod';

import { effectiveLevel } from '../../judge/finding.ts';
import { exampleNow } from '../../model/example.ts';
import type { Message, MessageSeverity, Rule } from '../../model/rule.ts';
import { presetDefaults } from '../../policy/presets.ts';
import { optionsSchema } from '../../policy/schema/options.ts';
import { presetNames } from '../../policy/schema/names.ts';
import type { Block } from './blocks.ts';
import { heading, paragraph } from './blocks.ts';
import type { ShownExample } from './examples.ts';
import { examplesOf } from './examples.ts';
import { optionType } from './option-words.ts';
import { waivingBlocks } from './waiving.ts';

/** The page of a rule, from the rule itself: docs/rules/RULE.md and `lockgate explain --rule RULE`. */
export function rulePage(rule: Rule): readonly Block[] {
  const examples = examplesOf(rule);
  return [
    heading(1, rule.id),
    paragraph(rule.summary),
    paragraph(levelsOf(rule)),
    heading(2, 'Why'),
    paragraph(rule.why),
    ...(rule.incident === undefined ? [] : [paragraph(`**${rule.incident.date}.** ${rule.incident.what}`)]),
    heading(2, 'Options'),
    ...optionBlocks(rule),
    heading(2, 'Messages and fixes'),
    ...Object.entries(rule.messages).flatMap(([code, message]) => messageBlocks(rule, code, message, examples)),
    heading(2, 'Examples'),
    paragraph(
      'Each example runs as a test. It names only what differs from an ordinary package: left-pad 1.3.0, an old release from a registry,' +
        ` added to the lockfile as a direct dependency and judged on ${exampleNow.slice(0, 10)}. The levels are those of the preset \`recommended\`.`,
    ),
    ...examples.flatMap((example) => exampleBlocks(rule, example)),
    heading(2, 'How to change or waive this rule'),
    ...waivingBlocks(rule),
    { kind: 'footer', text: '[All rules](../rules.md) · [The policy](../policy.md)' },
  ];
}

/** The part of the page about one of the rule's messages; undefined if the rule has no such code. */
export function codePage(rule: Rule, code: string): readonly Block[] | undefined {
  const message = Object.hasOwn(rule.messages, code) ? rule.messages[code] : undefined;
  if (message === undefined) return undefined;
  const examples = examplesOf(rule);
  const [, ...rest] = messageBlocks(rule, code, message, examples);
  return [
    heading(1, `${rule.id}/${code}`),
    paragraph(rule.summary),
    paragraph(levelsOf(rule)),
    ...rest,
    heading(2, 'Examples'),
    ...examples
      .filter(({ messages }) => messages.some((one) => one.code === code))
      .flatMap((example) => exampleBlocks(rule, example)),
    heading(2, 'How to change or waive this rule'),
    ...waivingBlocks(rule),
  ];
}

const floorWords = {
  whole: 'Its findings cannot be waived (floor): they are errors under every policy, profile, exception and mode.',
  part: 'Findings that are marked “floor” below cannot be waived: they are always errors.',
  none: 'A policy can lower all of its findings (none is floor).',
};

/** The rule's level under each preset. */
export function presetLevels(rule: Rule) {
  return presetNames.map((name) => [name, settingUnder(name, rule).level] as const);
}

function settingUnder(preset: (typeof presetNames)[number], rule: Rule) {
  const setting = presetDefaults(preset, [rule]).settings.get(rule.id);
  if (setting === undefined) throw new Error(`${preset} has no setting for ${rule.id}`);
  return setting;
}

function levelsOf(rule: Rule): string {
  const named = presetLevels(rule).map(([name, level]) => `\`${name}\` ${level}`);
  return `Level: ${named.join(', ')}. ${floorWords[rule.floor]}`;
}

const severityWords = {
  mandatory: 'an error that cannot be waived (mandatory)',
  configured: "the rule's level",
  advisory: 'a warning (advisory); an error under `strict`',
  note: 'a note: listed, and never in the verdict',
};

/** How severe a message is, in words. */
export function severityOf(severity: MessageSeverity): string {
  if (typeof severity !== 'object') return severityWords[severity];
  if ('option' in severity) return `set by the option \`${severity.option}\``;
  const levels = Object.entries(severity.presets).map(([name, level]) => `\`${name}\` ${level}`);
  return `${levels.join(', ')}; a level that the policy sets for the rule replaces it`;
}

/** The message of a code as an example reports it. @throws where no example does */
export function shownMessage(rule: Rule, code: string, examples: readonly ShownExample[]) {
  const shown = examples.flatMap(({ messages }) => messages).find((one) => one.code === code);
  if (shown === undefined) throw new Error(`${rule.id}: no example reports ${code}`);
  return shown;
}

function messageBlocks(rule: Rule, code: string, { severity }: Message, examples: readonly ShownExample[]): Block[] {
  const { text, remediation } = shownMessage(rule, code, examples);
  return [
    heading(3, `\`${code}\``),
    paragraph(`Severity: ${severityOf(severity)}.`),
    { kind: 'quote', text },
    paragraph(`Fix: ${remediation}`),
  ];
}

function levelOf(rule: Rule, code: string): string {
  const { severity } = rule.messages[code] as Message;
  const { level, floor } = effectiveLevel(rule.floor, severity, settingUnder('recommended', rule), code);
  return floor ? 'error (floor)' : level === 'off' ? 'off, reported only at a higher level' : level;
}

function exampleBlocks(rule: Rule, { title, input, messages }: ShownExample): Block[] {
  return [
    paragraph(`**${title}**`),
    ...(input === '' ? [] : [{ kind: 'code', text: input } as const]),
    ...(messages.length === 0
      ? [paragraph('→ passes')]
      : messages.map(({ code, text }) => paragraph(`→ \`${code}\`, ${levelOf(rule, code)}: “${text}”`))),
  ];
}

/** The rule's options, in words. */
export function optionsOf(rule: Rule) {
  const { properties = {} } = z.toJSONSchema(optionsSchema(rule), { io: 'input' });
  return Object.entries(properties).map(([name, option]) => {
    if (typeof option === 'boolean') throw new TypeError(`the option ${name} of ${rule.id} has no schema`);
    const { default: preset, description = '' } = option;
    return { name, type: optionType(option), default: preset, description };
  });
}

function optionBlocks(rule: Rule): Block[] {
  const options = optionsOf(rule);
  if (options.length === 0) return [paragraph('None except `level`.')];
  const rows = options.map(({ name, type, default: preset, description }) => [
    `\`${name}\``,
    type,
    `\`${typeof preset === 'string' ? preset : JSON.stringify(preset)}\``,
    description,
  ]);
  const stricter = Object.entries(rule.strict ?? {}).map(([name, value]) => `\`${name}: ${JSON.stringify(value)}\``);
  return [
    { kind: 'table', head: ['option', 'type', 'default', 'what it does'], rows },
    ...(stricter.length === 0 ? [] : [paragraph(`Under \`strict\`: ${stricter.join(', ').replaceAll('"', '')}.`)]),
  ];
}
