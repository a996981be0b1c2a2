// A worker in a process of its own, without the API: tests start several on one database.
import { closeDatabase } from "../core/db";
import { runWorker } from "../worker/run-worker";

const worker = runWorker();
process.on("SIGTERM", async () => {
  await worker.stop();
  await closeDatabase();
  process.exit(0);
});
process.stdout.write("working\n");
