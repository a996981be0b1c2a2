// A process that delivers webhooks and nothing else: tests kill it to see what becomes of them.
import { startDeliverer } from "./start-deliverer";

const deliverer = startDeliverer();
process.on("SIGTERM", async () => {
  await deliverer.stop();
  process.exit(0);
});
process.stdout.write("ready\n");
