/** Stands for the version, and for a digest behind name or version. No shell command holds it. */
const MARK = '\0';

/** The lengths of MD5, SHA-1, SHA-224, SHA-256, SHA-384 and SHA-512 in hexadecimal digits; or one digest as SRI writes it. */
const DIGEST =
  '(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128}|sha(?:1|256|384|512)-[A-Za-z0-9+/]{27,86}={0,2})(?![\\w+/=.-])';

/**
 * The text of a hook in which what follows from the release alone is the same in every release: the package's own version as a
 * whole word, and a digest directly behind the package's name or version. Everything else, and its place, stays.
 *
 * A version in the place of a host (behind `//` or `@`) is no word of it: it would lead elsewhere. The name stays, because it is
 * the same in all releases.
 * @returns undefined where the text holds neither
 */
export function withoutOwnWords(text: string, name: string, version: string): string | undefined {
  if (text.includes(MARK) || version === '' || !(text.includes(version) || text.includes(name))) return undefined;
  const [own, itself] = [version, name].map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')) as [
    string,
    string,
  ];
  const end = '(?![\\w.+/-])';
  const words = new RegExp(
    `(?<![\\w.+@/-])(?<name>${itself})(?:@(?<at>${own}))?${end}(?:(?<nameGap> +|[:#=])${DIGEST})?` +
      `|(?<![\\w.+@-]|//|:/)${own}(?![\\w.+-])(?:(?<gap> +|[@:#=])${DIGEST})?`,
    'g',
  );
  const changed = text.replaceAll(words, (whole: string, ...rest: readonly unknown[]) => {
    const groups = rest.at(-1) as Readonly<Record<'name' | 'at' | 'nameGap' | 'gap', string | undefined>>;
    const gap = groups.nameGap ?? groups.gap;
    const digest = gap === undefined ? '' : `${gap}${MARK}digest${MARK}`;
    if (groups.name === undefined) return `${MARK}version${MARK}${digest}`;
    return `${groups.name}${groups.at === undefined ? '' : `@${MARK}version${MARK}`}${digest}`;
  });
  return changed === text ? undefined : changed;
}

/** Whether two commands differ in nothing but that. */
export function isSameCommand(
  name: string,
  one: { readonly text: string | undefined; readonly version: string },
  other: { readonly text: string | undefined; readonly version: string },
): boolean {
  if (one.text === other.text) return true;
  if (one.text === undefined || other.text === undefined) return false;
  const changed = withoutOwnWords(one.text, name, one.version);
  return changed !== undefined && changed === withoutOwnWords(other.text, name, other.version);
}
