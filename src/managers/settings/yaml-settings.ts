import type { ReadSettings, Setting } from './setting.ts';

/** Top-level keys that matter, of `pnpm-workspace.yaml` and `.yarnrc.yml`. */
const overrides = /^(?:overrides|packageExtensions|patchedDependencies|catalogs?)$/;
const gate: Readonly<Record<'pnpm' | 'yarn', RegExp>> = {
  pnpm: /built|builds|scripts?|script|minimumReleaseAge|trust|registr|auth|proxy|^ca$|cafile|^cert|^key|strictSsl|pnpmfile|configDependencies|blockExotic|verifyDeps|lockfile|packageManager|nodeVersion|dangerously|^git|nodeOptions/i,
  yarn: /^npm|registr|auth|proxy|^ca|cert|ssl|^http|unsafe|script|yarnPath|plugins|checksum|immutable|hardened|network|^enableNetwork|AgeGate|Preapproved|ignorePath|cacheMigration|injectEnvironment|initScope|dependenciesMeta/i,
};

/** Longest line that is looked into: matching costs its square at worst. */
const MAX_LINE = 1_000;

/** `key:` at the beginning of a line, as people write it: plain, or quoted without escapes. */
const topKey = /^(?:"([^"\\]+)"|'([^']+)'|([\w$./@][^#\s:'"{}[\],&*!|>%`]*))\s*:(?:\s+(.*))?$/;

/** @returns undefined for what is not a plain block mapping at its top: then the file counts as a whole */
export function yamlSettings(manager: 'pnpm' | 'yarn'): ReadSettings {
  return (text) => {
    const blocks = blocksOf(text);
    return blocks?.flatMap((block): readonly Setting[] => {
      if (overrides.test(block.key)) return entriesOf(block, 'override');
      return gate[manager].test(block.key) ? entriesOf(block, 'gate') : [];
    });
  };
}

interface Line {
  readonly line: number;
  readonly content: string;
}
interface Block extends Line {
  readonly key: string;
  readonly value: string;
  readonly below: readonly Line[];
}

function blocksOf(text: string): readonly Block[] | undefined {
  const blocks: (Block & { below: Line[] })[] = [];
  for (const [at, raw] of text.split(/\r\n|[\r\n]/).entries()) {
    const line = at + 1;
    if (raw.length > MAX_LINE) return undefined;
    const content = raw.trimEnd();
    if (content === '' || /^\s*#/.test(content) || /^(?:---|\.\.\.)$/.test(content)) continue;
    const last = blocks.at(-1);
    if (last !== undefined && /^(?:[ \t]|-(?: |$))/.test(content)) {
      last.below.push({ line, content });
      continue;
    }
    const match = topKey.exec(content);
    const key = match?.[1] ?? match?.[2] ?? match?.[3];
    // Anchors and tags may say elsewhere what is meant here.
    if (match === null || key === undefined || /^[&*!]/.test(match[4] ?? '')) return undefined;
    blocks.push({ line, content, key: key.trim(), value: withoutComment(match[4] ?? ''), below: [] });
  }
  return blocks;
}

/** One setting for each entry of a block mapping; one for all of what is written otherwise. */
function entriesOf({ key, value, line, below }: Block, bears: Setting['bears']): readonly Setting[] {
  const indent = indentOf(below[0]);
  const entries: { key: string; line: number; text: string[] }[] = [];
  const whole: Setting = { bears, key, line, value: [value, ...below.map(plain)].join('\n') };
  if (value !== '' || below.length === 0) return [whole];
  for (const each of below) {
    if (indentOf(each) > indent) {
      entries.at(-1)?.text.push(plain(each));
      continue;
    }
    const found = /^\s*(?:"([^"\\]+)"|'([^']+)'|([^\s"'#&*!?|>{[\]%`-][^"'#{}[\]]*?))\s*:(?:\s+(.*))?$/.exec(
      each.content,
    );
    const name = found?.[1] ?? found?.[2] ?? found?.[3];
    if (indentOf(each) !== indent || name === undefined) return [whole];
    entries.push({ key: `${key}.${name}`, line: each.line, text: [withoutComment(found?.[4] ?? '')] });
  }
  return entries.map((entry) => ({ bears, key: entry.key, line: entry.line, value: entry.text.join('\n') }));
}

const plain = ({ content }: Line): string => withoutComment(content);
const withoutComment = (text: string): string => text.replace(/(^|\s)#.*$/, '').trimEnd();
const indentOf = (line: Line | undefined): number => line?.content.search(/\S/) ?? 0;
