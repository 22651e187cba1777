import {
  OFF_ON,
  ON_OFF,
  credential,
  harmless,
  install,
  registry,
  runs,
  settingsTable,
  stricter,
  limiting,
} from '../settings-table.ts';

/**
 * The settings of npm 10 to 12, of npm 6 where projects still have them, and of the programs that are built with
 * npm's settings: node-gyp, and install scripts that download a binary.
 */
export const npmTable = settingsTable(
  [
    harmless('presentation', 'audit', 'audit-level', 'color', 'description', 'foreground-scripts', 'fund', 'heading'),
    harmless('presentation', 'include-attestations', 'json', 'loglevel', 'logs-dir', 'logs-max', 'long', 'parseable'),
    harmless('presentation', 'progress', 'quiet', 'silent', 'timing', 'unicode', 'usage', 'version', 'versions'),
    harmless('hoisting', 'global-style', 'install-strategy', 'legacy-bundling', 'legacy-peer-deps', 'prefer-dedupe'),
    harmless('hoisting', 'strict-peer-deps'),
    harmless('linking', 'bin-links', 'install-links', 'link'),
    harmless('publishing', 'access', 'bypass-2fa', 'cidr', 'expires', 'name', 'orgs', 'orgs-permission', 'packages'),
    harmless('publishing', 'pack-destination', 'packages-all', 'packages-and-scopes-permission', 'provenance'),
    harmless('publishing', 'provenance-file', 'read-only', 'scopes', 'token-description', 'ignore-prepublish'),
    harmless('publishing', 'allow-same-version', 'commit-hooks', 'git-tag-version', 'message', 'preid'),
    harmless('publishing', 'sign-git-commit', 'sign-git-tag', 'tag-version-prefix', 'workspaces-update'),
    harmless('saving', 'save', 'save-bundle', 'save-dev', 'save-exact', 'save-optional', 'save-peer', 'save-prefix'),
    harmless('saving', 'save-prod', 'scope', 'format-package-lock'),
    harmless('saving', ...initKeys('author-email', 'author-name', 'author-url', 'license', 'version')),
    harmless('saving', 'init-private', 'init-type'),
    harmless('engines', 'engine-strict', 'node-version', 'os', 'cpu', 'libc', 'umask'),
    harmless('updates', 'update-notifier'),
    harmless('speed', 'cache-max', 'cache-min', 'fetch-retries', 'fetch-retry-factor', 'fetch-retry-maxtimeout'),
    harmless('speed', 'fetch-retry-mintimeout', 'fetch-timeout', 'maxsockets', 'offline', 'prefer-offline'),
    harmless('speed', 'prefer-online'),
    harmless('workspaces', 'include-workspace-root', 'workspace', 'workspaces'),
    harmless('commands', 'all', 'depth', 'diff', 'diff-dst-prefix', 'diff-ignore-all-space', 'diff-name-only'),
    harmless('commands', 'diff-no-prefix', 'diff-src-prefix', 'diff-text', 'diff-unified', 'edit-dir'),
    harmless('commands', 'expect-result-count', 'expect-results', 'if-present', 'include-staged', 'keep-edit-dir'),
    harmless('commands', 'sbom-format', 'sbom-type', 'searchexclude', 'searchlimit', 'searchopts'),
    harmless('commands', 'searchstaleness', 'which'),
    harmless('selection', 'also', 'dev', 'include', 'omit', 'only', 'optional', 'production'),

    registry('registry', 'replace-registry-host', 'proxy', 'http-proxy', 'https-proxy', 'noproxy', 'no-proxy'),
    registry('local-address', 'ca', 'cafile'),
    [['strict-ssl', { is: 'registry', tightens: OFF_ON }]],
    credential('_auth', '_authToken', '_password', 'password', 'username', 'email', 'always-auth', 'auth-type', 'otp'),
    credential('cert', 'certfile', 'key', 'keyfile', 'sso-poll-frequency', 'sso-type'),

    runs('userconfig', 'globalconfig', 'extension-file', 'git', 'node-gyp', 'node-options', 'script-shell', 'shell'),
    runs('browser', 'editor', 'viewer', 'onload-script', 'python', ...initKeys('module')),
    limiting('waiting', stricter('greater', 'min-release-age'), stricter('fewer', 'min-release-age-exclude')),
    limiting('waiting', install('before')),
    limiting('scripts', stricter(OFF_ON, 'ignore-scripts', 'strict-allow-scripts'), stricter('fewer', 'allow-scripts')),
    limiting('scripts', stricter(ON_OFF, 'dangerously-allow-all-scripts')),
    limiting('sources', stricter(['all', 'root', 'none'], 'allow-git', 'allow-remote')),
    stricter(['all', 'root', 'none'], 'allow-directory', 'allow-file'),
    stricter(OFF_ON, 'package-lock', 'shrinkwrap', 'strict-npmrc'),
    stricter(ON_OFF, 'allow-unused-patches', 'force', 'ignore-patch-failures'),
    stricter(ON_OFF, 'rebuild-bundle', 'unsafe-perm', 'yes', 'omit-lockfile-registry-resolved'),
    install('allow-scripts-pending', 'allow-scripts-pin', 'cache', 'call', 'dry-run', 'global'),
    install('global-ignore-file', 'ignore-existing', 'ignore-extension', 'location', 'lockfile-version', 'package'),
    install('package-lock-only', 'patches-dir', 'prefix', 'scripts-prepend-node-path', 'tag', 'tmp', 'to', 'user'),
    install('user-agent', 'group', 'nodedir', 'disturl', 'dist-url', 'build-from-source', 'devdir'),
  ],
  [
    [/^@[^:]*:registry$/, { is: 'registry' }],
    // Any other setting of one registry; its host and path may hold every character.
    [/^\/\/.*$/s, { is: 'credential' }],
    // Where an install script downloads its binary: `sass_binary_site`, `canvas_binary_host_mirror`, `electron_mirror`.
    [
      /^.+[_-](?:mirror|(?:binary|dist|download|cdn)[_-]?(?:host|site|dir|path|url|mirror|cdnurl)s?.*|cdnurl)$/is,
      { is: 'install' },
    ],
  ],
);

function initKeys(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [`init-${name}`, `init.${name.replaceAll('-', '.')}`]);
}
