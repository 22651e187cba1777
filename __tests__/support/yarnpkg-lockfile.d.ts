/** What the tests use of Yarn 1's own reader, which brings no types. */
declare module '@yarnpkg/lockfile' {
  const lockfile: { readonly parse: (text: string) => { readonly object: Readonly<Record<string, unknown>> } };
  export default lockfile;
}
