import { eventDeliverer } from "../deliveries/deliver-events";
import { runLoop } from "../worker/run-loop";

/** Delivers webhooks in this process until stopped, and does nothing else of a worker. */
export function startDeliverer(): { stop(): Promise<void> } {
  const deliverer = eventDeliverer();
  const loop = runLoop({ name: "webhooks", everyMs: 20, work: deliverer.deliverDue });
  return {
    async stop() {
      await Promise.all([loop.stop(), deliverer.finish()]);
    },
  };
}
