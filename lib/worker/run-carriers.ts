import type { Session } from "../carriers/carrier";
import { carrierSetup, type ReadyCarrier } from "../carriers/carrier-setup";
import { circuitOf } from "../carriers/submit-messages";
import { log } from "../core/log";
import { recordReports } from "../receipts/record-reports";
import { dispatchLoop } from "./_dispatch-loop";
import { type Loop, runLoop } from "./run-loop";

/** What this process does for a carrier while it is in force. */
interface Running {
  ready: ReadyCarrier;
  dispatch: Loop[];
  loops: Loop[];
  session: Session | undefined;
}

const watchEveryMs = 1000;

/**
 * Runs every carrier in force: its connections, a dispatch loop for live messages, and one for tests where it takes
 * them. A change of `carriers.json` starts and stops only what it changes. `stop` resolves when all is in order.
 */
export function runCarriers(): { wake(): void; stop(): Promise<void> } {
  const running = new Map<string, Running>();
  let stopping: Promise<unknown> = Promise.resolve();
  const adjust = async () => {
    const { carriers } = carrierSetup();
    for (const [name, { ready }] of running) {
      const now = carriers.find(({ carrier }) => carrier.name === name);
      if (now?.carrier !== ready.carrier) stopping = Promise.all([stopping, end(name)]);
    }
    for (const ready of carriers) {
      if (!running.has(ready.carrier.name)) running.set(ready.carrier.name, start(ready));
    }
    return 0;
  };
  const end = async (name: string) => {
    const ended = running.get(name);
    running.delete(name);
    if (ended) await stop(ended);
  };
  void adjust();
  const watch = runLoop({ name: "carriers", everyMs: watchEveryMs, work: adjust });
  return {
    wake() {
      for (const { dispatch } of running.values()) for (const loop of dispatch) loop.wake();
    },
    async stop() {
      await watch.stop();
      await Promise.all([stopping, ...[...running.keys()].map(end)]);
    },
  };
}

function start(ready: ReadyCarrier): Running {
  const { carrier, kind } = ready;
  const { name } = carrier;
  const record = async (reports: Parameters<typeof recordReports>[1]) => {
    await recordReports(name, reports);
  };
  // Connections come first: without one, the first messages would find the carrier down.
  const session = carrier.connect?.(record, circuitOf(name));
  if (session) log().info({ carrier: name, kind }, "connecting to the carrier");
  return {
    ready,
    session,
    // Test messages all go to the simulator.
    dispatch: [false, ...(kind === "simulator" ? [true] : [])].map((test) =>
      dispatchLoop(ready, test),
    ),
    loops: (carrier.loops ?? []).map(runLoop),
  };
}

/** Connections are closed last: what is in flight gets its response. */
async function stop({ dispatch, loops, session }: Running): Promise<void> {
  await Promise.all([...dispatch, ...loops].map((loop) => loop.stop()));
  await session?.stop();
}
