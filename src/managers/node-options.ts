/** Options of Node that only tune it. */
const HARMLESS =
  /^--(?:max-old-space-size|max-semi-space-size|max-http-header-size|stack-trace-limit|stack-size|dns-result-order|unhandled-rejections|use-system-ca|use-openssl-ca|use-bundled-ca|no-warnings|no-deprecation|trace-[a-z-]+|pending-deprecation|enable-source-maps|openssl-legacy-provider|no-experimental-[a-z-]+|network-family-autoselection(?:-attempt-timeout)?|no-network-family-autoselection)$/;

/** Options that load code or read a file, with or without a value of their own. */
const LOADS =
  /^(?:-[rCpe]|-pe|--(?:require|import|loader|experimental-loader|env-file|env-file-if-exists|eval|print|conditions|openssl-config|openssl-shared-config|build-snapshot|snapshot-blob|experimental-config-file|experimental-default-config-file|icu-data-dir|test|run|experimental-policy|policy-integrity))$/;

/** What options of Node do: tune it, load code, or something else. */
export type NodeOptions = 'harmless' | 'loads' | 'other';

/**
 * What `node-options` does.
 * @param isFile whether a value is a path of the repository
 */
export function nodeOptionsDo(text: string, isFile: (path: string) => boolean): NodeOptions {
  // Node has quotes and escapes of its own in NODE_OPTIONS; honest values have none.
  if (/["'\\]/.test(text)) return 'loads';
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  let worst: NodeOptions = 'harmless';
  for (const word of words) {
    const [flag, value] = parted(word);
    const name = flag.startsWith('--') ? flag.replaceAll('_', '-') : flag;
    if (LOADS.test(name) || /^-[rCpe]./.test(word) || names(value ?? flag, isFile)) return 'loads';
    const isTuned = HARMLESS.test(name) || (!word.startsWith('-') && /^[\w-]+$/.test(word));
    if (!isTuned) worst = 'other';
  }
  return worst;
}

/** The values in options that may be paths. */
export function nodeOptionsFiles(text: string): readonly string[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap((word) => (word.startsWith('-') ? (parted(word)[1] ?? /^-[rC](.+)$/.exec(word)?.[1] ?? []) : word));
}

function parted(word: string): readonly [string, string?] {
  const sign = word.indexOf('=');
  return sign < 0 ? [word] : [word.slice(0, sign), word.slice(sign + 1)];
}

const names = (value: string, isFile: (path: string) => boolean) =>
  /^\.{0,2}[\\/]|^file:/.test(value) || /[\\/]|\.[cm]?[jt]s$/.test(value) || (!value.startsWith('-') && isFile(value));
