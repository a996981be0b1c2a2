import type { ReadyCarrier } from "../carriers/carrier-setup";
import { findReady } from "../carriers/choose-carrier";
import { dispatchMessages } from "../dispatch/dispatch-messages";
import { type Loop, runLoop } from "./run-loop";

const everyMs = 500;
/**
 * While there are urgent messages, those of a batch are claimed in so many: what a claim costs this process and the
 * database at once is what the others wait for.
 */
const shared = { maxBatch: 128, forMs: 1000 };

/**
 * Sends a carrier's due messages, live ones or tests, until stopped. While it has bulk messages in hand, urgent ones leave
 * beside them and wait for none.
 */
export function dispatchLoop({ carrier }: ReadyCarrier, test: boolean): Loop {
  const { name } = carrier;
  const state = { isBulk: false, urgentAtMs: Number.NEGATIVE_INFINITY };
  // Its successor is not connected before it is started: what it got until then would find it down.
  const isInForce = () => findReady(name)?.carrier === carrier;
  const wakeIn = (ms: number) => {
    if (ms < everyMs) setTimeout(wake, ms).unref();
  };

  async function dispatchDue(): Promise<number> {
    if (!isInForce()) return 0;
    const isShared = performance.now() - state.urgentAtMs < shared.forMs;
    const maxBatch = isShared ? shared.maxBatch : undefined;
    try {
      return await dispatchMessages({ carrier: name, test, maxBatch, wakeIn, onBulk });
    } finally {
      state.isBulk = false;
    }
  }

  async function dispatchUrgent(): Promise<number> {
    if (!state.isBulk || !isInForce()) return 0;
    const left = await dispatchMessages({ carrier: name, test, isUrgent: true, wakeIn });
    if (left > 0) state.urgentAtMs = performance.now();
    return left;
  }

  function onBulk(): void {
    state.isBulk = true;
    // Some may have come while the bulk messages were claimed.
    urgent.wake();
  }

  function wake(): void {
    due.wake();
    if (state.isBulk) urgent.wake();
  }

  const label = `dispatch to ${name}${test ? ", tests" : ""}`;
  const due = runLoop({ name: label, everyMs, work: dispatchDue });
  const urgent = runLoop({ name: `${label}, urgent`, everyMs, work: dispatchUrgent });
  return {
    wake,
    async stop() {
      await Promise.all([due.stop(), urgent.stop()]);
    },
  };
}
