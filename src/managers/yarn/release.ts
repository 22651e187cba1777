import { isExact } from '../../lockfile/entry.ts';

/** How Yarn's own bundle has its version (berry: packages/yarnpkg-core/sources/YarnVersion.ts). */
const CONSTANT = /YARN_IS_TEST_ENV\s*\?\s*"0\.0\.0"\s*:\s*"([^"\s]{1,64})"/;

/** The versions that a committed release of Yarn may be of: by its file's name, and by its own constant. */
export function releaseVersions(path: string, text: string): readonly string[] {
  const ofName = /(?:^|\/)yarn(?:-legacy)?-([^/]+?)\.c?js$/.exec(path)?.[1];
  return [ofName, CONSTANT.exec(text)?.[1]].flatMap((version) =>
    version !== undefined && isExact(version) ? [version] : [],
  );
}
