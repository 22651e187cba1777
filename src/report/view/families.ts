import { limits } from '../../text/visible.ts';

/**
 * Families of platform packages: one binary for each system, all in one version, pulled in by one package. They are named by their
 * system and architecture, as Node.js names both.
 */
const systems =
  'aix|android|cygwin|darwin|freebsd|linux|linuxmusl|macos|netbsd|openbsd|openharmony|sunos|wasm32|wasm|win|win32|windows';
const architectures =
  'aarch64|amd64|arm|arm64|armv6|armv7|armv7l|ia32|i686|loong64|mips|mips64el|mipsel|ppc|ppc64|ppc64le|riscv64|s390|s390x|universal|x32|x64|x86|x86_64|64|32';
const variants = 'gnu|gnueabi|gnueabihf|msvc|musl|musleabihf|eabi|eabihf|glibc|wasi|gnullvm|unknown';
const platform = new RegExp(
  `^(.*[-/])(?:${systems})(?:-(?:${architectures}|${systems}))?(?:-(?:${architectures}|${variants})){0,2}$`,
  'u',
);

/** `@esbuild/*` for `@esbuild/linux-x64`, `@swc/core-*` for `@swc/core-darwin-arm64`; undefined for any other name. */
export function familyOf(name: string): string | undefined {
  const [, start] = name.length > limits.name ? [] : (platform.exec(name) ?? []);
  return start === undefined || start.length < 2 ? undefined : `${start}*`;
}
