import { ON_OFF, harmless, settingsTable, stricter, limiting } from '../settings-table.ts';

/**
 * Keys of `package.json` besides pnpm's. npm passes each member of `config` to install scripts, in the environment; the harmless
 * ones are of tools for commit messages.
 */
export const manifestTable = settingsTable([
  harmless('plugins', 'config.commitizen', 'config.cz-customizable', 'config.cz-conventional-changelog'),
  harmless('plugins', 'config.ghooks', 'config.validate-commit-msg'),
  limiting('scripts', stricter(ON_OFF, 'allowScripts'), stricter('fewer', 'trustedDependencies')),
]);
