import { eraseClosedAccounts } from "../account-data/erase-closed-accounts";
import { sweepAdministrators } from "../account-data/sweep-administrators";
import { sweepRetention } from "../account-data/sweep-retention";
import { warnLowBalances } from "../accounts/warn-low-balances";
import { raiseAlarms } from "../administration/raise-alarms";
import { sweepAttempts } from "../attempts/sweep-attempts";
import { backupKeeper } from "../backups/backup-keeper";
import { checkCampaigns } from "../campaigns/check-campaigns";
import { feedCampaigns } from "../campaigns/feed-campaigns";
import { finishCampaigns } from "../campaigns/finish-campaigns";
import { sweepDrafts } from "../campaigns/sweep-drafts";
import { sweepMinutes } from "../carriers/carrier-minutes";
import { watchCarriers } from "../carriers/watch-carriers";
import { addUpCosts } from "../costs/add-up-costs";
import { keepMonths } from "../database/keep-months";
import { eventDeliverer } from "../deliveries/deliver-events";
import { enqueueLowBalance } from "../deliveries/enqueue-low-balance";
import { expireMessages } from "../dispatch/expire-messages";
import { finishSubmissions } from "../dispatch/finish-submissions";
import { receiptAsker } from "../dispatch/receipt-asker";
import { recoverOrphans } from "../dispatch/recover-orphans";
import { routeMessages } from "../dispatch/route-messages";
import { notifyOfStops } from "../fraud/notify-of-stops";
import { sweepStops } from "../fraud/sweep-stops";
import { sweepParts } from "../inbound/sweep-parts";
import { sweepUnmatched } from "../inbound/sweep-unmatched";
import { sweepLinks } from "../links/sweep-links";
import { retryMails } from "../mail/retry-mails";
import { sweepKeptMails } from "../mail/sweep-kept-mails";
import { sweepKeys } from "../messages/sweep-keys";
import { watchInstallation } from "../monitoring/watch-installation";
import { recordFirsts } from "../onboarding/record-firsts";
import { sweepRefusals } from "../onboarding/sweep-refusals";
import { sweepInvitations } from "../people/sweep-invitations";
import { gatherStatistics } from "../queue/gather-statistics";
import { listen } from "../queue/notice";
import { heartbeatMs, recordHeartbeat } from "../queue/record-heartbeat";
import { matchUnmatchedReceipts } from "../receipts/match-unmatched-receipts";
import { sweepCallbacks } from "../receipts/sweep-callbacks";
import { sweepRefs } from "../receipts/sweep-refs";
import { sweepRequests } from "../request-log/sweep-requests";
import { sweepSessions } from "../sessions/sweep-sessions";
import { type TextIndexer, textIndexer } from "../text-index/text-indexer";
import { sweepTickets } from "../tickets/sweep-tickets";
import { foldDeltas } from "../traffic/fold-deltas";
import { expireVerifications } from "../verifications/expire-verifications";
import { sweepVerifications } from "../verifications/sweep-verifications";
import { sweepCallbackHosts } from "../webhooks/sweep-callback-hosts";
import { sweepMessageCallbacks } from "../webhooks/sweep-message-callbacks";
import { runCarriers } from "./run-carriers";
import { runLoop } from "./run-loop";

const minuteMs = 60_000;
const hourMs = 3_600_000;

/** Starts one loop per kind of due work. `stop` resolves when each has finished what it had in hand. */
export function runWorker(): { stop(): Promise<void> } {
  const carriers = runCarriers();
  const deliverer = eventDeliverer();
  const asker = receiptAsker();
  const indexer = textIndexer();
  const backups = backupKeeper();
  const loops = [
    runLoop({ name: "heartbeat", everyMs: heartbeatMs, work: () => recordHeartbeat("worker") }),
    runLoop({ name: "webhooks", everyMs: 250, work: deliverer.deliverDue }),
    runLoop({ name: "campaigns", everyMs: 250, work: () => feedCampaigns() }),
    runLoop({ name: "checks of campaigns", everyMs: 500, work: checkCampaigns }),
    runLoop({ name: "ends of campaigns", everyMs: 1000, work: finishCampaigns }),
    runLoop({ name: "drafts", everyMs: hourMs, work: () => sweepDrafts() }),
    runLoop({ name: "routes", everyMs: 500, work: routeMessages }),
    runLoop({ name: "orphans", everyMs: 5000, work: recoverOrphans }),
    runLoop({ name: "overdue receipts", everyMs: minuteMs, work: asker.ask }),
    runLoop({ name: "left receipts", everyMs: 5000, work: matchUnmatchedReceipts }),
    runLoop({ name: "carriers in trouble", everyMs: minuteMs, work: watchCarriers }),
    runLoop({ name: "alarms", everyMs: 5000, work: raiseAlarms }),
    runLoop({ name: "watch", everyMs: 15_000, work: () => watchInstallation("worker") }),
    runLoop({
      name: "low balances",
      everyMs: minuteMs,
      work: () => warnLowBalances(enqueueLowBalance),
    }),
    runLoop({ name: "costs", everyMs: minuteMs, work: () => addUpCosts() }),
    runLoop({ name: "expiry", everyMs: 2000, work: expireMessages }),
    runLoop({ name: "ends of verifications", everyMs: 2000, work: expireVerifications }),
    runLoop({ name: "verifications", everyMs: 10 * minuteMs, work: sweepVerifications }),
    runLoop({ name: "stopped ranges", everyMs: 5000, work: notifyOfStops }),
    runLoop({ name: "statistics", everyMs: 5000, work: gatherStatistics }),
    runLoop({ name: "counts", everyMs: 1000, work: () => countTraffic(indexer) }),
    runLoop({ name: "index of texts", everyMs: 250, work: indexer.work }),
    runLoop({ name: "parts", everyMs: 10 * minuteMs, work: sweepParts }),
    runLoop({ name: "departures", everyMs: 5 * minuteMs, work: eraseClosedAccounts }),
    runLoop({ name: "queued emails", everyMs: 10_000, work: retryMails }),
    runLoop({ name: "months", everyMs: 10 * minuteMs, work: keepMonths }),
    runLoop({ name: "retention", everyMs: minuteMs, work: sweepRetention }),
    runLoop({ name: "requests", everyMs: minuteMs, work: sweepRequests }),
    runLoop({ name: "backups", everyMs: minuteMs, work: backups.work }),
    ...hourlySweeps(),
  ];
  // Polling alone is correct; the notice only makes the first message leave at once.
  const listening = listen(({ due }) => due && carriers.wake(), carriers.wake);
  return {
    async stop() {
      const unlisten = await listening;
      unlisten();
      backups.end();
      await Promise.all([...loops.map((loop) => loop.stop()), deliverer.finish()]);
      await carriers.stop();
      await finishSubmissions();
    },
  };
}

/** One loop for each kind of what nobody needs any more. */
function hourlySweeps(): ReturnType<typeof runLoop>[] {
  return [
    runLoop({ name: "former stops", everyMs: hourMs, work: sweepStops }),
    runLoop({ name: "short links", everyMs: hourMs, work: sweepLinks }),
    runLoop({ name: "callbacks", everyMs: hourMs, work: sweepCallbacks }),
    runLoop({ name: "figures of carriers", everyMs: hourMs, work: sweepMinutes }),
    runLoop({ name: "unmatched messages", everyMs: hourMs, work: sweepUnmatched }),
    runLoop({ name: "mails", everyMs: hourMs, work: sweepKeptMails }),
    runLoop({ name: "idempotency keys", everyMs: hourMs, work: sweepKeys }),
    runLoop({ name: "sessions", everyMs: hourMs, work: sweepSessions }),
    runLoop({ name: "tickets", everyMs: hourMs, work: sweepTickets }),
    runLoop({ name: "invitations", everyMs: hourMs, work: sweepInvitations }),
    runLoop({ name: "attempts", everyMs: hourMs, work: sweepAttempts }),
    runLoop({ name: "former administrators", everyMs: hourMs, work: sweepAdministrators }),
    runLoop({ name: "carriers' IDs", everyMs: hourMs, work: sweepRefs }),
    runLoop({ name: "messages' callbacks", everyMs: hourMs, work: sweepMessageCallbacks }),
    runLoop({ name: "hosts of callbacks", everyMs: hourMs, work: sweepCallbackHosts }),
    runLoop({ name: "refusals", everyMs: hourMs, work: sweepRefusals }),
  ];
}

/** Folds what has changed about the counts, and notes the first steps and the texts of those whose messages moved. */
async function countTraffic(indexer: TextIndexer): Promise<number> {
  const { accountIds, hasMore } = await foldDeltas();
  indexer.notice(accountIds);
  await recordFirsts(accountIds);
  return hasMore ? 1 : 0;
}
