import type { PresetName } from '../policy/schema/names.ts';
import { presetNames } from '../policy/schema/names.ts';

/** What a policy blocks under a preset, and when to take the next one. */
export interface Step {
  /** Completes "it blocks". */
  readonly blocks: string;
  /** When to take the step after it. */
  readonly until: string;
}

/** The presets; their own order is that in which a repository can take them. */
export const steps: Readonly<Record<PresetName, Step>> = {
  audit: {
    blocks:
      'only what no policy can let in: known malware, packages that do not exist, lockfiles that contradict themselves',
    until: 'a week of pull requests has been reported on, and the list of registries is right',
  },
  attacks: {
    blocks: 'the same, and signs of a takeover and install scripts that are seen for the first time',
    until: 'the warnings of a week hold nothing that you would have let in',
  },
  recommended: {
    blocks: 'the same, and what is too young, unsigned, from another source, or has a severe advisory',
    until: 'every finding is acted on, and the team wants the remaining warnings to block as well',
  },
  strict: {
    blocks: 'the same, every warning, and what is younger than 7 days',
    until: 'there is no further step',
  },
};

/** What comes after a step; undefined for the last one. */
const after = (name: PresetName): PresetName | undefined => presetNames[presetNames.indexOf(name) + 1];

/** The comment above `extends`: what each step blocks. */
export function stepLines(name: PresetName): readonly string[] {
  return [
    '# The steps: take the next one when you trust this one.',
    ...presetNames.map((preset) => `# - ${preset}: blocks ${steps[preset].blocks}.`),
    `extends: ${name}`,
  ];
}

/** What is printed of the step that was taken. */
export function stepWords(name: PresetName): string {
  const { blocks, until } = steps[name];
  const next = after(name);
  const before = presetNames[presetNames.indexOf(name) - 1];
  const whole = before === undefined ? blocks : blocks.replace(/^the same/, `what ${before} blocks`);
  const then = next === undefined ? '' : ` Write \`extends: ${next}\` when ${until}.`;
  return `The policy extends ${name}: it blocks ${whole}.${then}`;
}
