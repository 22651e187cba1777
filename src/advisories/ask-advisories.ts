import type { AdvisorySource } from '../model/index.ts';
import type { AdvisoryAnswer } from '../registry/answer.ts';
import type { Broker } from '../registry/broker.ts';
import { answerAdvisories } from './advisory-answers.ts';

/** What a source knows about these versions of each name, in as few requests as the bound of a batch allows. */
export async function askAdvisories(
  broker: Broker,
  source: AdvisorySource,
  registry: string,
  versions: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, AdvisoryAnswer>> {
  const answers = await answersOf(broker, source, registry, versions);
  for (const [name, advisories] of answers) {
    const asked = [...(versions.get(name) ?? [])].sort();
    broker.keep({ ...{ registry, name, versions: asked, advisories }, ...(source === 'registry' ? {} : { source }) });
  }
  return answers;
}

async function answersOf(
  { known, advisories, osv }: Broker,
  source: AdvisorySource,
  registry: string,
  versions: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, AdvisoryAnswer>> {
  if (source === 'registry') {
    return answerAdvisories(registry, versions, { known, ask: (batch) => advisories(registry, batch) });
  }
  if (source !== 'osv') {
    const at = { at: source };
    return answerAdvisories(registry, versions, { known, ask: (batch) => advisories(at, batch) }, source);
  }
  const { answerOsv } = await import('./osv-answers.ts');
  return answerOsv(registry, versions, { known, ask: osv });
}
