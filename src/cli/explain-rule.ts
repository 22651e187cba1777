import { GateFailure } from '../errors.ts';
import type { Rule } from '../model/rule.ts';
import { nearest } from '../policy/nearest.ts';
import { logText } from '../report/escape.ts';
import { jsonText } from '../report/formats/json.ts';
import { painter } from '../report/formats/paint.ts';
import { blocksMarkdown, blocksText } from '../report/rule-page/blocks.ts';
import { codePage, rulePage } from '../report/rule-page/page.ts';
import { ruleContract } from '../report/rule-page/contract.ts';
import { rules } from '../rules/index.ts';
import type { Flags } from './flags.ts';
import { textStyle, writeText } from './output.ts';

/**
 * `lockgate explain --rule RULE[/CODE]`: the page of a rule, from the rule itself, or the part of it about one message.
 * @returns 0
 */
export async function explainRule(asked: string, flags: Flags): Promise<number> {
  demandOwnFlags(flags);
  const [id = '', code, ...more] = asked.split('/');
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined || more.length > 0) throw unknownRule(id, asked);
  const page = code === undefined ? rulePage(rule) : codePage(rule, code);
  if (page === undefined) throw unknownCode(rule, code ?? '');
  const { colour, width } = textStyle(flags.output);
  const text = {
    text: () => logText(blocksText(page, painter(colour), Math.min(width, readable))),
    markdown: () => blocksMarkdown(page),
    json: () => jsonText(ruleContract(rule)),
    sarif: () => '',
  }[flags.format]();
  if (flags.output === undefined) process.stdout.write(text);
  else await writeText(flags.output, text);
  return 0;
}

/** Columns in which a paragraph can still be read. */
const readable = 100;

/** @throws GateFailure `usage` for what is about a package, and for a format that is a report's */
function demandOwnFlags({ positionals, format, ...others }: Flags): void {
  if (positionals.length > 0) throw new GateFailure('usage', 'explain takes a package or --rule RULE, not both');
  if (format === 'sarif') throw new GateFailure('usage', 'explain --rule writes text, markdown or json; not sarif.');
  const used = Object.entries(others).flatMap(([name, value]) => (value === false ? [] : name));
  const flag = used.find((name) => name !== 'rule' && name !== 'output');
  if (flag === undefined) return;
  const spelt = flag.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new GateFailure('usage', `explain --rule takes --format and --output; leave out --${spelt}`);
}

function unknownRule(id: string, asked: string): GateFailure {
  const meant =
    nearest(
      id,
      rules.map((rule) => rule.id),
    ) ?? ofCode(asked);
  const advice = meant === undefined ? `use ${rules.map((rule) => rule.id).join(', ')}` : `did you mean ${meant}?`;
  return new GateFailure('usage', `there is no rule ${JSON.stringify(asked)}: ${advice}`);
}

/** The rule whose code was given in its place. */
function ofCode(asked: string): string | undefined {
  const owner = rules.find(({ messages }) => Object.hasOwn(messages, asked));
  return owner === undefined ? undefined : `${owner.id}/${asked}`;
}

function unknownCode({ id, messages }: Rule, code: string): GateFailure {
  const codes = Object.keys(messages);
  const meant = nearest(code, codes);
  const advice = meant === undefined ? `use ${codes.join(', ')}` : `did you mean ${id}/${meant}?`;
  return new GateFailure('usage', `the rule ${id} has no message ${JSON.stringify(code)}: ${advice}`);
}
