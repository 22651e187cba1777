import { describe, expect, test } from '@jest/globals';

import { lintPolicy } from '../../src/policy/lint.ts';
import { nearest } from '../../src/policy/nearest.ts';

/** A refusal names what was probably meant, where another spelling of it would be accepted. */

const failure = (text: string) =>
  lintPolicy({ source: 'policy.yml', text: `version: 1\n${text}` }, { now: '2026-06-15T12:00:00.000Z' }).failures.map(
    ({ message }) => message,
  );
const source = (entry: string) => failure(`rules: { source: { allow: ["${entry}"] } }`);
const provenance = (repository: string) => failure(`provenance: [{ packages: [a], repository: "${repository}" }]`);

describe('repositories that may be a source', () => {
  test.each([
    'https://github.com/acme/lib',
    'https://github.com/acme/lib.git',
    'https://github.com/acme/lib/',
    'git+ssh://git@github.com/acme/lib.git',
    'git@github.com:acme/lib.git',
    'https://user:secret@github.com/acme/lib',
  ])('%s', (entry) => {
    const [message, ...others] = source(entry);
    expect(others).toEqual([]);
    expect(message).toMatch(/did you mean `github\.com\/acme\/lib`\?$/);
    expect(message).not.toContain('secret');
  });

  test.each(['https://github.com/*/lib', 'https://github.com', 'acme lib', 'https://github.com/acme/lib#main'])(
    '%s: nothing is proposed that would be refused as well',
    (entry) => {
      expect(source(entry)).toEqual([expect.not.stringContaining('did you mean')]);
    },
  );
});

describe('the repository of a provenance', () => {
  test.each(['github.com/acme/widgets', 'https://github.com/acme/widgets.git', 'git@github.com:acme/widgets.git'])(
    '%s',
    (entry) => {
      expect(provenance(entry)).toEqual([
        expect.stringMatching(/did you mean `https:\/\/github\.com\/acme\/widgets`\?$/),
      ]);
    },
  );

  test('acme/widgets names no host, so nothing is proposed', () => {
    expect(provenance('acme/widgets')).toEqual([expect.not.stringContaining('did you mean')]);
  });
});

describe('levels', () => {
  test.each([
    ['err', 'error'],
    ['warning', 'warn'],
    ['errors', 'error'],
    ['notes', 'note'],
  ])('%s', (written, meant) => {
    expect(failure(`rules: { cooldown: ${written} }`)).toEqual([
      expect.stringMatching(new RegExp(`did you mean \`${meant}\`\\?$`)),
    ]);
    expect(failure(`rules: { cooldown: { level: ${written} } }`)).toEqual([
      expect.stringMatching(new RegExp(`did you mean \`${meant}\`\\?$`)),
    ]);
  });

  test('two words that begin alike are no guess', () => {
    expect(nearest('new', ['new-package', 'new-direct-dependency'])).toBeUndefined();
    expect(nearest('e', ['error'])).toBeUndefined();
  });
});
