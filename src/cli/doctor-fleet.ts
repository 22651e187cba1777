import { GateFailure } from '../errors.ts';
import type { Fleet } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import type { Flags } from './flags.ts';
import { connectionFromEnv } from './github-connection.ts';
import { textStyle, writeText } from './output.ts';
import { startProgress } from './progress.ts';

/**
 * `lockgate doctor --org ORG`: the same for every repository of an organisation, a line for each.
 * @returns the exit status: 1 where a pull request can get past the gate in any of them, else 2 where any could not be
 *   evaluated or seen, or the token does not tell whether there are others, else 0
 */
export async function runFleet(flags: Flags & { readonly org: string }): Promise<number> {
  const { org, format, output, positionals, repo } = flags;
  if (positionals.length > 0 || repo !== undefined) {
    throw new GateFailure(
      'usage',
      '--org examines all repositories of an organisation: leave out OWNER/NAME and --repo',
    );
  }
  if (format === 'sarif') throw new GateFailure('usage', 'doctor --org writes text, json or markdown; not sarif.');
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(org)) {
    throw new GateFailure('usage', `${quoted(org)} is not the name of an organisation; write --org ORG`);
  }
  const { apiUrl, token } = connectionFromEnv();
  if (!token) {
    throw new GateFailure(
      'usage',
      "doctor asks GitHub and needs a token: set GITHUB_TOKEN to one that may read every repository of the organisation (an owner's also sees who may bypass its rulesets)",
    );
  }
  const [{ connect }, { examineFleet }] = await Promise.all([
    import('../platform/github/api.ts'),
    import('../platform/doctor/fleet.ts'),
  ]);
  const progress = startProgress(process.stderr, 'Examining repositories');
  const fleet = await examineFleet(await connect({ apiUrl, token }), org, progress.step).finally(progress.end);
  const text = await render(fleet, flags);
  if (output === undefined) process.stdout.write(text);
  else await writeText(output, text);
  return statusOf(fleet);
}

async function render(fleet: Fleet, { format, output }: Flags): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../report/formats/json.ts')).jsonText(fleet);
    case 'markdown':
      return (await import('../report/formats/fleet-markdown.ts')).fleetMarkdown(fleet);
    default:
      return (await import('../report/formats/fleet-text.ts')).fleetText(fleet, textStyle(output));
  }
}

function statusOf({ counts, hidden }: Fleet): number {
  if (counts.open > 0) return 1;
  return counts.unknown > 0 || hidden !== 0 ? 2 : 0;
}
