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

/**
 * As in `pnpm-workspace.yaml`: `.npmrc` has `node-linker` for `nodeLinker`, and pnpm 10 reads `NodeLinker`, `node_linker`
 * and `NODE_LINKER` too.
 */
function spelled(key: string): string {
  const words = (/[a-z]/.test(key) ? key : key.toLowerCase()).replace(/^[-_ ]+/, '');
  const joined = words.replaceAll(/[-_ ]+(.)/g, (_, letter: string) => letter.toUpperCase());
  return joined.slice(0, 1).toLowerCase() + joined.slice(1);
}

/** The settings of pnpm 10 to 12, in `pnpm-workspace.yaml`, `.npmrc` and, under `pnpm`, in `package.json`. */
export const pnpmTable = settingsTable(
  [
    harmless('presentation', 'aggregateOutput', 'color', 'loglevel', 'reporter', 'reporterHidePrefix', 'stream'),
    harmless('presentation', 'useStderr', 'auditLevel', 'auditConfig', 'audit', 'allowedDeprecatedVersions'),
    harmless('hoisting', 'hoist', 'hoistPattern', 'hoistWorkspacePackages', 'hoistingLimits', 'publicHoistPattern'),
    harmless('hoisting', 'shamefullyFlatten', 'shamefullyHoist', 'dedupeDirectDeps', 'dedupeInjectedDeps'),
    harmless('hoisting', 'dedupePeerDependents', 'dedupePeers', 'autoInstallPeers', 'strictPeerDependencies'),
    harmless('hoisting', 'resolvePeersFromWorkspaceRoot', 'peerDependencyRules', 'peersSuffixMaxLength'),
    harmless('linking', 'nodeLinker', 'symlink', 'enableModulesDir', 'packageImportMethod', 'extendNodePath'),
    harmless('linking', 'preferSymlinkedExecutables', 'enableGlobalVirtualStore', 'virtualStoreDirMaxLength'),
    harmless('linking', 'virtualStoreOnly', 'virtualStoreType', 'excludeLinksFromLockfile', 'preserveAbsolutePaths'),
    harmless('linking', 'injectWorkspacePackages', 'syncInjectedDepsAfterScripts', 'linkWorkspacePackages'),
    harmless('linking', 'preferWorkspacePackages', 'nodeExperimentalPackageMap', 'nodePackageMapType', 'binLinks'),
    harmless('publishing', 'embedReadme', 'gitChecks', 'packDestination', 'packGzipLevel', 'publishBranch'),
    harmless('publishing', 'deployAllFiles', 'forceLegacyDeploy', 'provenance', 'access', 'versioning'),
    harmless('saving', 'savePeer', 'saveCatalogName', 'saveWorkspaceProtocol', 'saveExact', 'savePrefix', 'saveDev'),
    harmless('saving', 'catalogMode', 'cleanupUnusedCatalogs', 'initPackageManager', 'initType', 'saveProd'),
    harmless('engines', 'os', 'cpu', 'libc', 'supportedArchitectures', 'forceIgnoresPlatform', 'engineStrict'),
    harmless('engines', 'nodeVersion'),
    harmless('updates', 'updateNotifier', 'updateConfig', 'update'),
    harmless('speed', 'childConcurrency', 'dlxCacheMaxAge', 'fetchMinSpeedKiBps', 'fetchTimeout', 'fetchRetries'),
    harmless('speed', 'fetchRetryFactor', 'fetchRetryMintimeout', 'fetchRetryMaxtimeout', 'fetchWarnTimeoutMs'),
    harmless('speed', 'fetchingConcurrency', 'gitShallowHosts', 'maxsockets', 'modulesCacheMaxAge', 'offline'),
    harmless('speed', 'networkConcurrency', 'optimisticRepeatInstall', 'preferOffline', 'registrySupportsTimeField'),
    harmless('speed', 'sideEffectsCache', 'sideEffectsCacheReadonly', 'workspaceConcurrency'),
    harmless('workspaces', 'packages', 'bail', 'sort', 'filter', 'filterProd', 'testPattern', 'failIfNoMatch'),
    harmless('workspaces', 'changedFilesIgnorePattern', 'disallowWorkspaceCycles', 'ignoreWorkspaceCycles'),
    harmless('workspaces', 'ignoreWorkspaceRootCheck', 'includeWorkspaceRoot', 'legacyDirFiltering'),
    harmless('workspaces', 'recursiveInstall', 'workspacePackages', 'workspaceRoot', 'requiredScripts'),
    harmless('commands', 'ci', 'confirmModulesPurge', 'enablePrePostScripts', 'shellEmulator', 'useBetaCli'),
    harmless('selection', 'dev', 'production', 'optional'),

    registry('registry', 'registries', 'namedRegistries', 'httpProxy', 'httpsProxy', 'proxy', 'noproxy', 'noProxy'),
    registry('nodeDownloadMirrors', 'pnprServer', 'ca', 'cafile', 'localAddress'),
    [['strictSsl', { is: 'registry', tightens: OFF_ON }]],
    credential('cert', 'key', 'authConfig'),

    runs('pnpmfile', 'globalPnpmfile', 'npmPath', 'scriptShell', 'nodeOptions', 'npmrcAuthFile', 'tokenHelper'),
    runs('git', 'shell', 'onlyBuiltDependenciesFile'),
    overriding('overrides', 'packageExtensions', 'patchedDependencies', 'catalog', 'catalogs'),
    limiting('waiting', stricter('greater', 'minimumReleaseAge'), stricter('fewer', 'minimumReleaseAgeExclude')),
    limiting('waiting', stricter(OFF_ON, 'minimumReleaseAgeStrict')),
    limiting('waiting', stricter(ON_OFF, 'minimumReleaseAgeIgnoreMissingTime')),
    limiting('scripts', stricter('fewer', 'onlyBuiltDependencies')),
    limiting('scripts', stricter('more', 'neverBuiltDependencies', 'ignoredBuiltDependencies')),
    // Of `allowBuilds`, each package in it.
    limiting('scripts', stricter(ON_OFF, 'allowBuilds', 'dangerouslyAllowAllBuilds')),
    limiting('scripts', stricter(OFF_ON, 'ignoreDepScripts', 'ignoreScripts', 'strictDepBuilds')),
    limiting('sources', stricter(OFF_ON, 'blockExoticSubdeps')),
    limiting('trust', stricter(['off', 'no-downgrade'], 'trustPolicy'), stricter('fewer', 'trustPolicyExclude')),
    limiting('trust', stricter('greater', 'trustPolicyIgnoreAfter'), stricter(ON_OFF, 'trustLockfile')),
    limiting('trust', stricter(OFF_ON, 'verifyStoreIntegrity', 'strictStorePkgContentCheck')),
    stricter(OFF_ON, 'frozenLockfile', 'ignorePnpmfile', 'lockfile', 'lockfileIncludeTarballUrl'),
    stricter(OFF_ON, 'preferFrozenLockfile'),
    stricter(ON_OFF, 'allowNonAppliedPatches', 'allowUnusedPatches', 'force'),
    stricter(ON_OFF, 'ignorePatchFailures', 'unsafePerm'),
    install('cacheDir', 'configDependencies', 'configDir', 'dir', 'executionEnv', 'frozenStore', 'gitBranchLockfile'),
    install('globalBinDir', 'globalDir', 'globalPath', 'globalVirtualStoreDir', 'ignoreCompatibilityDb'),
    install('ignoreWorkspace', 'ignoredOptionalDependencies', 'lockfileDir', 'lockfileDirectory', 'lockfileOnly'),
    install('managePackageManagerVersions', 'maxTarballUnpackedSize', 'mergeGitBranchLockfiles', 'modulesDir'),
    install('mergeGitBranchLockfilesBranchPattern', 'packageManagerStrict', 'packageManagerStrictVersion'),
    install('patchesDir', 'pmOnFail', 'resolutionMode', 'runtime', 'runtimeOnFail', 'sharedWorkspaceLockfile'),
    install('skipManifestObfuscation', 'stateDir', 'storeDir', 'tag', 'useNodeVersion', 'useRunningStoreServer'),
    install('useStoreServer', 'userAgent', 'verifyDepsBeforeRun', 'virtualStoreDir', 'yes'),
  ],
  [[/^node-mirror:.+$/s, { is: 'registry' }]],
  spelled,
);
