import { eraseClosedAccounts } from "../account-data/erase-closed-accounts";
import { warnLowBalances } from "../accounts/warn-low-balances";
import { sweepAttempts } from "../attempts/sweep-attempts";
import { carrierLoops } from "../carriers/choose-carrier";
import { watchCarrier } from "../carriers/watch-carrier";
import { eventDeliverer } from "../deliveries/deliver-events";
import { dispatchMessages } from "../dispatch/dispatch-messages";
import { expireMessages } from "../dispatch/expire-messages";
import { finishSubmissions } from "../dispatch/finish-submissions";
import { recoverOrphans } from "../dispatch/recover-orphans";
import { sweepParts } from "../inbound/sweep-parts";
import { retryMails } from "../mail/retry-mails";
import { sweepKeptMails } from "../mail/sweep-kept-mails";
import { recordFirsts } from "../onboarding/record-firsts";
import { sweepRefusals } from "../onboarding/sweep-refusals";
import { listen } from "../queue/notice";
import { heartbeatMs, recordHeartbeat } from "../queue/record-heartbeat";
import { matchUnmatchedReceipts } from "../receipts/match-unmatched-receipts";
import { sweepCallbacks } from "../receipts/sweep-callbacks";
import { sweepSessions } from "../sessions/sweep-sessions";
import { sweepTickets } from "../tickets/sweep-tickets";
import { foldDeltas } from "../traffic/fold-deltas";
import { type Loop, runLoop } from "./run-loop";

const minuteMs = 60_000;
const hourMs = 3_600_000;

/** Starts one loop per kind of due work. `stop` resolves when each has finished what it had in hand. */
export function runWorker(): { stop(): Promise<void> } {
  const live = dispatchLoop({ test: false });
  const tests = dispatchLoop({ test: true });
  const deliverer = eventDeliverer();
  const loops = [
    live,
    tests,
    runLoop({ name: "heartbeat", everyMs: heartbeatMs, work: () => recordHeartbeat("worker") }),
    ...carrierLoops().map(runLoop),
    runLoop({ name: "webhooks", everyMs: 250, work: deliverer.deliverDue }),
    runLoop({ name: "orphans", everyMs: 5000, work: recoverOrphans }),
    runLoop({ name: "left receipts", everyMs: 5000, work: matchUnmatchedReceipts }),
    runLoop({ name: "carrier", everyMs: minuteMs, work: watchCarrier }),
    runLoop({ name: "low balances", everyMs: minuteMs, work: warnLowBalances }),
    runLoop({ name: "expiry", everyMs: 2000, work: expireMessages }),
    runLoop({ name: "counts", everyMs: 1000, work: countTraffic }),
    runLoop({ name: "callbacks", everyMs: hourMs, work: sweepCallbacks }),
    runLoop({ name: "parts", everyMs: 10 * minuteMs, work: sweepParts }),
    runLoop({ name: "departures", everyMs: 5 * minuteMs, work: eraseClosedAccounts }),
    runLoop({ name: "queued emails", everyMs: 10_000, work: retryMails }),
    runLoop({ name: "mails", everyMs: hourMs, work: sweepKeptMails }),
    runLoop({ name: "sessions", everyMs: hourMs, work: sweepSessions }),
    runLoop({ name: "tickets", everyMs: hourMs, work: sweepTickets }),
    runLoop({ name: "attempts", everyMs: hourMs, work: sweepAttempts }),
    runLoop({ name: "refusals", everyMs: hourMs, work: sweepRefusals }),
  ];
  // Polling alone is correct; the notice only makes the first message leave at once.
  const wake = () => {
    live.wake();
    tests.wake();
  };
  const listening = listen(wake, wake);
  return {
    async stop() {
      const unlisten = await listening;
      unlisten();
      await Promise.all([...loops.map((loop) => loop.stop()), deliverer.finish()]);
      await finishSubmissions();
    },
  };
}

function dispatchLoop({ test }: { test: boolean }): Loop {
  const everyMs = 500;
  const wakeIn = (ms: number) => {
    if (ms < everyMs) setTimeout(loop.wake, ms).unref();
  };
  const work = () => dispatchMessages({ test, wakeIn });
  const loop = runLoop({ name: test ? "dispatch of tests" : "dispatch", everyMs, work });
  return loop;
}

/** Folds what has changed about the counts, and notes the first steps of those whose messages moved. */
async function countTraffic(): Promise<number> {
  const { accountIds, hasMore } = await foldDeltas();
  await recordFirsts(accountIds);
  return hasMore ? 1 : 0;
}
