import {
  OFF_ON,
  ON_OFF,
  harmless,
  install,
  registry,
  runs,
  settingsTable,
  stricter,
  limiting,
} from '../settings-table.ts';

/** The settings of bun in `bunfig.toml`, by its documentation of November 2026 (bun.com, "bunfig.toml"). */
export const bunTable = settingsTable([
  harmless('presentation', 'logLevel', 'telemetry', 'run.silent', 'install.logLevel', 'console', 'run.elide-lines'),
  harmless('hoisting', 'install.linker', 'install.peer', 'install.hoistPattern', 'install.publicHoistPattern'),
  harmless('linking', 'install.globalBinDir', 'install.linkWorkspacePackages', 'install.backend'),
  harmless('saving', 'install.exact', 'install.saveTextLockfile'),
  harmless('selection', 'install.dev', 'install.optional', 'install.production'),
  harmless('speed', 'smol', 'install.concurrentScripts', 'install.networkConcurrency', 'install.prefer'),
  harmless('commands', 'jsx', 'jsxFactory', 'jsxFragment', 'jsxImportSource', 'define', 'loader', 'test', 'debug'),
  harmless('commands', 'serve', 'bundle'),

  registry('install.registry', 'install.scopes', 'install.ca', 'install.cafile'),
  runs('preload', 'test.preload', 'serve.static.plugins', 'run.shell', 'install.security.scanner'),
  limiting(
    'waiting',
    stricter('greater', 'install.minimumReleaseAge'),
    stricter('fewer', 'install.minimumReleaseAgeExcludes'),
  ),
  limiting('scripts', stricter(OFF_ON, 'install.ignoreScripts')),
  stricter(OFF_ON, 'install.frozenLockfile'),
  stricter(['auto', 'force', 'fallback', 'disable'], 'install.auto'),
  stricter(ON_OFF, 'install.dryRun'),
  install('install', 'install.cache', 'install.globalDir', 'install.lockfile', 'install.security', 'run', 'run.bun'),
  install('env', 'run.noOrphans'),
]);
