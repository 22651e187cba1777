import {
  OFF_ON,
  ON_OFF,
  credential,
  harmless,
  install,
  overriding,
  registry,
  runs,
  settingsTable,
  stricter,
  limiting,
} from '../settings-table.ts';

/** The settings of Yarn 4 in `.yarnrc.yml`, and those of Yarn 2 and 3 that it has given up. */
export const berryTable = settingsTable([
  harmless('presentation', 'enableColors', 'enableHyperlinks', 'enableInlineBuilds', 'enableInlineHunks'),
  harmless('presentation', 'enableMessageNames', 'enableProgressBars', 'enableTelemetry', 'enableTimers'),
  harmless('presentation', 'enableTips', 'logFilters', 'preferInteractive', 'preferTruncatedLines'),
  harmless('presentation', 'progressBarStyle', 'telemetryInterval', 'telemetryUserId', 'lastUpdateCheck'),
  harmless('presentation', 'npmAuditExcludePackages', 'npmAuditIgnoreAdvisories', 'preferAggregateCacheInfo'),
  harmless('hoisting', 'nmHoistingLimits', 'nmSelfReferences', 'preferReuse'),
  harmless('linking', 'nodeLinker', 'nmMode', 'winLinkType', 'pnpEnableEsmLoader', 'pnpEnableInlining', 'pnpMode'),
  harmless('linking', 'pnpFallbackMode', 'pnpIgnorePatterns', 'pnpZipBackend', 'nodePackageMapType'),
  harmless('linking', 'nodeExperimentalPackageMap', 'enableTransparentWorkspaces', 'minizip'),
  harmless('publishing', 'npmPublishAccess', 'npmPublishProvenance', 'changesetBaseRefs'),
  harmless('publishing', 'changesetIgnorePatterns', 'deferredVersionFolder', 'preferDeferredVersions'),
  harmless('saving', 'defaultSemverRangePrefix', 'defaultLanguageName', 'initEditorConfig', 'initFields'),
  harmless('saving', 'initScope', 'tsEnableAutoTypes', 'enableConstraintsChecks', 'initLicense', 'initVersion'),
  harmless('engines', 'supportedArchitectures'),
  harmless('speed', 'cloneConcurrency', 'compressionLevel', 'httpRetry', 'httpTimeout', 'networkConcurrency'),
  harmless('speed', 'pnpmInstallConcurrency', 'taskPoolConcurrency', 'taskPoolMode', 'enableCacheClean'),
  // Of the release tool with which Babel publishes.
  harmless('plugins', 'releaseTool'),

  registry('npmRegistryServer', 'npmPublishRegistry', 'npmAuditRegistry', 'npmRegistries', 'npmScopes'),
  registry('httpProxy', 'httpsProxy', 'networkSettings', 'httpsCaFilePath', 'caFilePath'),
  [
    ['enableStrictSsl', { is: 'registry', tightens: OFF_ON }],
    ['unsafeHttpWhitelist', { is: 'registry', tightens: 'fewer' }],
  ],
  credential('npmAuthIdent', 'npmAuthToken', 'httpsCertFilePath', 'httpsKeyFilePath'),
  [['npmAlwaysAuth', { is: 'credential' }]],

  // Yarn writes it into the program `.pnp.cjs`.
  runs('pnpShebang'),
  runs('yarnPath', 'plugins', 'constraintsPath', 'injectEnvironmentFiles'),
  overriding('packageExtensions', 'catalog', 'catalogs'),
  limiting('waiting', stricter('greater', 'npmMinimalAgeGate'), stricter('fewer', 'npmPreapprovedPackages')),
  limiting('scripts', stricter(ON_OFF, 'enableScripts')),
  limiting('sources', stricter('fewer', 'approvedGitRepositories')),
  limiting('trust', stricter(OFF_ON, 'enableHardenedMode')),
  limiting('trust', stricter(['update', 'reset', 'ignore', 'throw'], 'checksumBehavior')),
  stricter(OFF_ON, 'enableImmutableCache', 'enableImmutableInstalls', 'enableStrictSettings'),
  stricter(ON_OFF, 'enableNetwork'),
  install(
    'bstatePath',
    'cacheFolder',
    'cacheKeyOverride',
    'cacheMigrationMode',
    'defaultProtocol',
    'enableGlobalCache',
    'enableMirror',
  ),
  install('enableOfflineMode', 'globalFolder', 'ignoreCwd', 'ignorePath', 'immutablePatterns', 'installStatePath'),
  install('lockfileFilename', 'patchFolder', 'pnpDataPath', 'pnpPath', 'pnpUnpluggedFolder', 'pnpmStoreFolder'),
  install('rcFilename', 'virtualFolder', 'dependenciesMeta'),
]);

/**
 * The settings of Yarn 1 in `.yarnrc`, by its documentation of November 2026 (classic.yarnpkg.com, "yarnrc" and
 * "config"), and by what it reads of npm's.
 */
export const classicTable = settingsTable(
  [
    harmless('presentation', 'lastUpdateCheck', 'disable-self-update-check', 'no-progress', 'emoji', 'progress'),
    harmless('hoisting', 'workspaces-experimental', 'workspaces-nohoist-experimental'),
    harmless('linking', 'bin-links', 'plugnplay-blacklist', 'yarn-link-folder'),
    harmless('publishing', 'version-commit-hooks', 'version-git-message', 'version-git-sign', 'version-git-tag'),
    harmless('publishing', 'version-sign-git-tag', 'version-tag-prefix'),
    harmless('saving', 'save-prefix', 'save-exact', 'init-author-email', 'init-author-name', 'init-author-url'),
    harmless('saving', 'init-license', 'init-private', 'init-version'),
    harmless('engines', 'ignore-engines', 'ignore-platform', 'ignore-optional', 'engine-strict'),
    harmless('speed', 'child-concurrency', 'network-concurrency', 'network-timeout', 'prefer-offline'),

    registry('registry', 'proxy', 'http-proxy', 'https-proxy', 'noproxy', 'ca', 'cafile'),
    [['strict-ssl', { is: 'registry', tightens: OFF_ON }]],
    credential('_auth', '_authToken', '_password', 'always-auth', 'cert', 'email', 'key', 'otp', 'username'),

    runs('plugnplay-shebang', 'yarn-path', 'script-shell', 'use-yarnrc', 'default-rc', 'init-module'),
    limiting('scripts', stricter(OFF_ON, 'ignore-scripts')),
    stricter(OFF_ON, 'frozen-lockfile', 'pure-lockfile'),
    stricter(ON_OFF, 'unsafe-disable-integrity-migration', 'unsafe-perm'),
    install('cache-folder', 'enable-meta-folder', 'experimental-pack-script-packages-in-mirror', 'env', 'flat'),
    install(
      'global-folder',
      'link-folder',
      'modules-folder',
      'no-lockfile',
      'pack-built-packages',
      'plugnplay-unplugged-folder',
      'prefix',
    ),
    install('preferred-cache-folder', 'tag', 'user-agent', 'yarn-offline-mirror', 'yarn-offline-mirror-pruning'),
  ],
  [
    [/^@[^:]*:registry$/, { is: 'registry' }],
    [/^\/\/.*$/s, { is: 'credential' }],
    // Arguments of commands: `--install.ignore-engines true`.
    [/^--(?:[^.]*\.)?(?:ignore-(?:engines|platform)|exact|tilde)$/, { is: 'harmless', about: 'engines' }],
    [/^--(?:[^.]*\.)?(?:frozen-lockfile|pure-lockfile)$/, { is: 'install', tightens: OFF_ON }],
    [/^--(?:[^.]*\.)?ignore-scripts$/, { is: 'install', tightens: OFF_ON, limits: 'scripts' }],
    [
      /^--(?:[^.]*\.)?(?:silent|verbose|emoji|json|no-progress|non-interactive)$/,
      { is: 'harmless', about: 'presentation' },
    ],
    [/^--(?:[^.]*\.)?use-yarnrc$/, { is: 'install', runs: 'path' }],
    [/^-.*$/s, { is: 'install' }],
  ],
);
