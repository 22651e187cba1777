/** What canonical JSON can express. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
