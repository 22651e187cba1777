/** What a policy blocks under a preset, and when to take the next one. */
export interface Step {
  readonly preset: 'audit' | 'attacks' | 'recommended' | 'strict';
  /** Completes "it blocks". */
  readonly blocks: string;
  /** When to take the step after it. */
  readonly until: string;
}

/** The presets in the order in which a repository can take them. */
export const steps = [
  {
    preset: 'audit',
    blocks:
      'only what no policy can let in: known malware, packages that do not exist, lockfiles that contradict themselves',
    until: 'a week of pull requests has been reported on, and the list of registries is right',
  },
  {
    preset: 'attacks',
    blocks: 'the same, and signs of a takeover and install scripts that are seen for the first time',
    until: 'the warnings of a week hold nothing that you would have let in',
  },
  {
    preset: 'recommended',
    blocks: 'the same, and what is too young, unsigned, from another source, or has a severe advisory',
    until: 'every finding is acted on, and the team wants the remaining warnings to block as well',
  },
  {
    preset: 'strict',
    blocks: 'the same, every warning, and what is younger than 7 days',
    until: 'there is no further step',
  },
] as const satisfies readonly Step[];

export type StepName = (typeof steps)[number]['preset'];
export const stepNames = steps.map(({ preset }) => preset);
const stepOf = (name: StepName): Step => steps.find(({ preset }) => preset === name) as Step;

/** What comes after a step; undefined for the last one. */
const after = (name: StepName): Step | undefined => steps[stepNames.indexOf(name) + 1];

/** The comment above `extends`: what each step blocks. */
export function stepLines(name: StepName): readonly string[] {
  return [
    '# The steps: take the next one when you trust this one.',
    ...steps.map(({ preset, blocks }) => `# - ${preset}: blocks ${blocks}.`),
    `extends: ${name}`,
  ];
}

/** What is printed of the step that was taken. */
export function stepWords(name: StepName): string {
  const { blocks, until } = stepOf(name);
  const next = after(name);
  const then = next === undefined ? '' : ` Write \`extends: ${next.preset}\` when ${until}.`;
  return `The policy extends ${name}: it blocks ${blocks}.${then}`;
}
