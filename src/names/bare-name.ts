/** Characters and pairs that look like another character. */
const disguises: readonly (readonly [RegExp, string])[] = [
  [/[0\u043e\u03bf]/g, 'o'],
  [/[1|\u0456\u0131]/g, 'l'],
  [/5/g, 's'],
  [/\u0430/g, 'a'],
  [/\u0435/g, 'e'],
  [/\u0440/g, 'p'],
  [/\u0441/g, 'c'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
];
const affixes: ReadonlySet<string> = new Set(['js', 'node', 'npm', 'lib', 'ts', 'package', 'module']);
const separators = /[\s!-/:-@[-`{-~]+/;

/** The name without punctuation, affixes and look-alike characters, with its words sorted. */
export function bare(name: string): string {
  const plain = disguises.reduce((text, [found, meant]) => text.replaceAll(found, meant), name.toLowerCase());
  const words = plain.split(separators).map((word) => (word.length > 4 ? word.replace(/js$/, '') : word));
  const telling = words.filter((word) => word !== '' && !affixes.has(word));
  return (telling.length === 0 ? words : telling).sort().join('');
}
