import type { RecordReports, Reports } from "../carrier";

interface Waiting {
  reports: Reports;
  conclude: (isStored: boolean) => void;
}

/** At most so many are stored at once; the others wait for the next time. */
const maxBatch = 200;

/**
 * Stores what a carrier delivers, together with whatever came while the previous ones were being stored, in order. Resolves
 * to whether it is stored. If a batch is not, each of it is tried by itself, so that none suffers from another.
 */
export function recordTogether(record: RecordReports): (reports: Reports) => Promise<boolean> {
  const queue: Waiting[] = [];
  let isBusy = false;
  const drain = async () => {
    if (isBusy) return;
    isBusy = true;
    while (queue.length > 0) await store(queue.splice(0, maxBatch), record);
    isBusy = false;
  };
  return (reports) =>
    new Promise((resolve) => {
      queue.push({ reports, conclude: resolve });
      void drain();
    });
}

async function store(batch: Waiting[], record: RecordReports): Promise<void> {
  const isStored = await attempt(record, join(batch));
  if (isStored || batch.length === 1) {
    for (const { conclude } of batch) conclude(isStored);
    return;
  }
  for (const { reports, conclude } of batch) conclude(await attempt(record, reports));
}

async function attempt(record: RecordReports, reports: Reports): Promise<boolean> {
  return record(reports).then(
    () => true,
    () => false,
  );
}

function join(batch: Waiting[]): Reports {
  const all = batch.map(({ reports }) => reports);
  return {
    receipts: all.flatMap(({ receipts }) => receipts),
    inbound: all.flatMap(({ inbound }) => inbound ?? []),
    unreadable: all.flatMap(({ unreadable }) => unreadable ?? []),
  };
}
