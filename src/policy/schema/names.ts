export const presetNames = ['audit', 'attacks', 'recommended', 'strict'] as const;
export type PresetName = (typeof presetNames)[number];

export const levels = ['off', 'note', 'warn', 'error'] as const;

/**
 * Keys of later versions, by their parent path. They are refused rather than ignored: a policy that is silently not
 * enforced is a false pass.
 */
export const laterKeys: Readonly<Record<string, readonly string[]>> = {
  approvals: ['accept'],
};
