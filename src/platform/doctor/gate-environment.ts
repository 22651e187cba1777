import { nodeOptionsDo } from '../../managers/node-options.ts';
import { authorOf } from './expressions.ts';
import type { Json } from './workflow-file.ts';
import { scalarText } from './workflow-file.ts';

/** Variables that make Node, or what loads it, run or trust something else. */
const changing =
  /^(?:NODE_OPTIONS|NODE_PATH|NODE_TLS_REJECT_UNAUTHORIZED|LD_\w+|DYLD_\w+|OPENSSL_(?:CONF|MODULES|ENGINES)|GCONV_PATH)$/iu;
/** Settings of npm are the operator's, which lockgate obeys. */
const setting = /^NPM_CONFIG_/iu;

/** A variable that changes the gate: whether a pull request can get past it so, or nobody knows. */
export interface Changing {
  readonly level: 'error' | 'unknown';
  readonly name: string;
}

/** The variables of an environment that change the gate; of a mapping that is not written out, that it is one. */
export function changingVariables(environments: readonly unknown[]): readonly Changing[] {
  const all = environments.flatMap((each): readonly (readonly [string, unknown])[] =>
    typeof each === 'object' && each !== null
      ? Object.entries(each as Json)
      : typeof each === 'string'
        ? [['${{ }}', each]]
        : [],
  );
  return [...new Map(all)].flatMap(([name, value]): readonly Changing[] => {
    const level = levelOf(name, value);
    return level === undefined ? [] : [{ level, name }];
  });
}

function levelOf(name: string, value: unknown): Changing['level'] | undefined {
  const author = authorOf(value);
  const isExpression = typeof value === 'string' && value.includes('${{');
  if (name.includes('${{')) return author === 'proposer' ? 'error' : 'unknown';
  const isChanging = changing.test(name);
  if (!isChanging && !setting.test(name)) return undefined;
  if (author !== 'operator') return author === 'proposer' ? 'error' : 'unknown';
  if (!isChanging) return undefined;
  if (isExpression) return 'unknown';
  return ofText(name.toUpperCase(), (scalarText(value) ?? '').trim());
}

function ofText(name: string, text: string): Changing['level'] | undefined {
  if (text === '') return undefined;
  if (name === 'NODE_TLS_REJECT_UNAUTHORIZED') return text === '0' ? 'error' : undefined;
  if (name !== 'NODE_OPTIONS') return 'unknown';
  const does = nodeOptionsDo(text, () => false);
  return does === 'harmless' ? undefined : does === 'loads' ? 'error' : 'unknown';
}
