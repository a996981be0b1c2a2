// What of the statements that the tests send may break the rules of `check-statements.mjs`, and why.

// Each file sends the statement, or it was sent for it.
const exceptions = [
  {
    files: ["lib/audit/run-audit.ts"],
    faults: ["account", "far join"],
    reason: "the audit reads everything, and is asked for by hand",
  },
  {
    files: ["lib/database/acquire-lock.ts"],
    faults: [
      "account",
      "recursion",
      "local join",
      "far join",
      "two places",
      "clock in a choice",
      "clock with a column",
      "unreadable",
    ],
    reason: "migrations run before the tables are sharded",
  },
  {
    files: [
      "lib/queue/_walk-accounts.ts",
      "lib/deliveries/_walk-endpoints.ts",
      "lib/messages/_walk-elsewhere.ts",
    ],
    faults: ["account", "recursion"],
    reason: "is sent to a database without shards only",
  },
  {
    files: ["lib/sending/_store-batches.ts"],
    faults: ["account", "locks"],
    reason: "what several accounts send at once is one commit only on a database without shards",
  },
  {
    files: ["lib/dispatch/_record-with-refs.ts"],
    faults: ["two places", "far join"],
    reason: "is sent to a database without shards only",
  },
  {
    files: [
      "lib/account-data/erase-closed-accounts.ts",
      "lib/campaigns/feed-campaigns.ts",
      "lib/campaigns/finish-campaigns.ts",
      "lib/campaigns/list-unkept-accounts.ts",
      "lib/campaigns/sweep-drafts.ts",
      "lib/costs/add-up-costs.ts",
      "lib/credits/alert-low-balances.ts",
      "lib/credits/watch-balances.ts",
      "lib/deliveries/_gather-endpoints.ts",
      "lib/messages/_gather-elsewhere.ts",
      "lib/onboarding/sweep-refusals.ts",
      "lib/queue/_gather-accounts.ts",
      "lib/receipts/_adopt-refs.ts",
      "lib/request-log/sweep-requests.ts",
      "lib/retention/list-due-rows.ts",
      "lib/retention/list-due-texts.ts",
      "lib/sessions/sweep-sessions.ts",
      "lib/text-index/text-indexer.ts",
      "lib/traffic/fold-deltas.ts",
      "lib/webhooks/sweep-callback-hosts.ts",
    ],
    faults: ["account"],
    reason: "the worker looks for what is due, whose ever it is",
  },
  {
    files: [
      "lib/accounts/find-account-by-email.ts",
      "lib/accounts/find-administrator.ts",
      "lib/accounts/list-accounts.ts",
      "lib/administration/find-messages.ts",
      "lib/campaigns/list-stuck-campaigns.ts",
      "lib/accounts/notify-administrators.ts",
      "lib/campaigns/count-running.ts",
      "lib/activity/list-installation-activity.ts",
      "lib/carriers/list-carrier-health.ts",
      "lib/deliveries/count-pending.ts",
      "lib/deliveries/enqueue-alarm.ts",
      "lib/campaigns/pause-due-campaigns.ts",
      "lib/deliveries/list-troubled-endpoints.ts",
      "lib/fraud/list-stopped-accounts.ts",
      "lib/messages/count-stuck.ts",
      "lib/messages/count-unrouted.ts",
      "lib/messages/read-queues.ts",
      "lib/messages/count-waiting.ts",
      "lib/messages/list-stuck.ts",
      "lib/messages/outdate-waiting.ts",
      "lib/messages/owner-of-message.ts",
      "lib/sender-names/list-requested-names.ts",
      "lib/supervision/_find-account-ids.ts",
      "lib/supervision/search-accounts.ts",
      "lib/traffic/outcomes-by-account.ts",
      "lib/messages/settle-unknown.ts",
      "lib/onboarding/count-refusals.ts",
      "lib/onboarding/get-funnel.ts",
      "lib/onboarding/list-new-accounts.ts",
      "lib/traffic/find-unusual-accounts.ts",
    ],
    faults: ["account"],
    reason: "the administrator looks at the installation, not at an account",
  },
  {
    files: ["lib/activity/_erase-actors.ts", "lib/activity/erase-former-administrators.ts"],
    faults: ["account"],
    reason: "somebody who is no administrator any more may have acted in any account",
  },
  {
    files: ["lib/accounts/create-account.ts"],
    faults: ["account"],
    reason: "whoever signs up first has the installation, so it asks whether there is any account",
  },
  {
    files: ["lib/payments/_find-payment.ts"],
    faults: ["account"],
    reason: "the payment provider names a payment, not an account",
  },
  {
    files: ["lib/request-log/record-request.ts"],
    faults: ["account"],
    reason: "one statement for the requests of all accounts, each row with its account",
  },
  {
    files: ["lib/tokens/authenticate-token.ts"],
    faults: ["account"],
    reason: "one statement for all tokens that are shown at the same moment",
  },
  {
    files: [
      "lib/deliveries/_claim-deliveries.ts",
      "lib/deliveries/_park-deliveries.ts",
      "lib/deliveries/_record-attempt.ts",
    ],
    faults: ["account"],
    reason:
      "the account comes from a list of its rows: with its value, a planner without statistics reads all its deliveries",
  },
];

// Faults that are still to be mended, by the file that sends the statement.
const known = {};

module.exports = { exceptions, known };
