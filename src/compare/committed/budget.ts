import type { SnapshotFile } from '../../model/index.ts';
import type { FileReader } from '../../repository/reader.ts';

/** Archives that one run reads: each is a request where the repository is read through a platform's API. */
const most = { remote: 150, local: 100_000 } as const;

/** Counts what is read. One run has one. */
export class ReadingBudget {
  #left: number;

  constructor(isRemote: boolean) {
    this.#left = isRemote ? most.remote : most.local;
  }

  /** @throws BudgetSpent */
  async read(reader: FileReader, file: SnapshotFile): Promise<Uint8Array> {
    if (this.#left <= 0) throw new BudgetSpent();
    this.#left -= 1;
    try {
      return await reader.read(file);
    } finally {
      reader.forget(file);
    }
  }
}

/** Nothing more is read in this run. */
export class BudgetSpent extends Error {}
