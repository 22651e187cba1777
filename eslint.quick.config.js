import tseslint from 'typescript-eslint';
import config from './eslint.config.js';

/** The linter without what needs types: `npm run lint:quick [-- FILES]`, for the inner loop. */
export default [...config, { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }];
