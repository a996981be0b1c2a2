// The worker of an installation whose API has several processes (docs/decisions/api-processes-share-a-port.md).
import { runWorker } from "../worker/run-worker";
import { runPart } from "./run-part";

runPart(async () => {
  const worker = runWorker();
  return { stop: () => worker.stop() };
});
