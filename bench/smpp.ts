import type { Reports, Submission, Submitted } from "../lib/carriers/carrier";
import { smppKind } from "../lib/carriers/smpp/smpp";

/** How many messages per second the carrier over SMPP hands over, until the last receipt is in. Run by measure-smpp.mjs. */
const [port = 0, count = 0, window = 0] = process.argv.slice(2).map(Number);
/** As many at once as the worker has. */
const batchesAtOnce = 4;

const entry = { host: "127.0.0.1", port, system_id: "bench", password: "bench", window };
const carrier = smppKind.create(smppKind.settings.parse(entry), { name: "bench" });
const circuit = { trouble: undefined, record: () => undefined };
let receipts = 0;
let finish: () => void = () => undefined;
const finished = new Promise<void>((resolve) => {
  finish = resolve;
});
const session = carrier.connect?.(async (reports: Reports) => {
  receipts += reports.receipts.length;
  if (receipts >= count) finish();
}, circuit);

const message = (place: number): Submission => ({
  messageId: `bench-${place}`,
  from: "Bench",
  to: "48732129000",
  body: "Your login code: 482910",
  segments: 1,
  validUntil: new Date(Date.now() + 3_600_000),
  offeredAt: new Date(),
});
// An empty batch waits for the bind.
await carrier.submit([], circuit);
const startMs = performance.now();
const queue = Array.from({ length: count }, (_, place) => message(place));
await Promise.all(Array.from({ length: batchesAtOnce }, submitAll));
await finished;
process.stdout.write(`${Math.round((count * 1000) / (performance.now() - startMs))}\n`);
await session?.stop();

async function submitAll(): Promise<void> {
  while (queue.length > 0) {
    const batch = queue.splice(0, carrier.batchSize);
    const submitted = await carrier.submit(batch, circuit);
    queue.push(...batch.filter((_, place) => isLeft(submitted[place])));
  }
}

function isLeft(submitted: Submitted | undefined): boolean {
  return submitted?.kind !== "accepted" && submitted?.kind !== "pending";
}
