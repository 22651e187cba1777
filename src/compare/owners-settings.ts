import type { Setting } from '../managers/setting.ts';

/** Matches a pattern that may own the gate's files or lockfiles, or everything. */
const gatePattern =
  /^\/?\*|\*\*|^\/$|\.github|codeowners|lock|shrinkwrap|package\.json|\.npmrc|\.yarnrc|bunfig|pnpm|\.yarn|\*\.(?:json|ya?ml|lock|toml)/i;

/**
 * The lines of a CODEOWNERS file that own files the gate depends on. The last line that matches a path decides, so the
 * value of each includes its position among them.
 */
export const ownersSettings = (text: string): readonly Setting[] =>
  text
    .split(/\r?\n/)
    .map((raw, at) => ({ line: at + 1, content: raw.replace(/(^|\s)#.*$/s, '').trim() }))
    .map(({ line, content }) => ({ line, words: content.split(/\s+/) }))
    .filter(({ words: [pattern = ''] }) => gatePattern.test(pattern))
    .map(({ line, words: [pattern = '', ...owners] }, place) => ({
      affects: 'gate',
      key: pattern,
      value: `${place} ${owners.join(' ')}`,
      line,
    }));
