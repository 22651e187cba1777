import { GateFailure } from '../errors.ts';
import { policyPath } from '../platform/doctor/facts.ts';
import type { Agreement } from '../policy/agreement.ts';
import { readAgreement } from '../policy/agreement.ts';
import { openPolicy } from '../policy/open.ts';
import { openPolicyFile } from '../policy/policy-file.ts';
import { openDirectory } from '../repository/directory.ts';
import { openRepository } from '../repository/git.ts';

/** What is kept out in the work tree of a repository; without an agreement where its policy or a file cannot be read. */
export interface LocalLimits {
  readonly agreement: Agreement | undefined;
}

/** Undefined where there is no repository with a work tree. */
export async function localLimits(folder: string): Promise<LocalLimits | undefined> {
  const root = await rootOf(folder);
  if (root === undefined) return undefined;
  try {
    const tree = await openDirectory(root);
    return { agreement: await readAgreement(await openPolicy(await openPolicyFile(tree, policyPath)), tree) };
  } catch (cause) {
    if (cause instanceof GateFailure) return { agreement: undefined };
    throw cause;
  }
}

async function rootOf(folder: string): Promise<string | undefined> {
  try {
    const repository = await openRepository(folder);
    await repository.close();
    return repository.hasWorkTree ? repository.root : undefined;
  } catch (cause) {
    if (cause instanceof GateFailure) return undefined;
    throw cause;
  }
}
