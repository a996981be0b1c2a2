import type { RetentionKind } from "./contract";

/** For how long the rows of a table, or what is in them, are kept. */
type Kept =
  | { forDays: number; because: string }
  /** As the administrator and the account say. */
  | { as: RetentionKind; because: string }
  | { forEver: true; because: string }
  /** For as many days as a setting of the environment says. */
  | { setting: "ACTIVITY_DAYS"; because: string }
  /** As long as what it is about, or until somebody deletes it. */
  | { until: string };

/** In days. */
const anHour = 1 / 24;

/** Drafts of campaigns that have neither text nor sender: a file that was uploaded and left. */
export const leftDrafts = { forDays: 30 } as const;

/**
 * Every table, with how long its rows are kept. Where only a part of a row goes, `partsOfRows` says which. The sweeps take
 * their times from here, and the documentation its table.
 */
export const kept = {
  account_retention: { until: "the account is erased" },
  accounts: { forEver: true, because: "the ledger names them; an erased one has no name left" },
  activity_events: { setting: "ACTIVITY_DAYS", because: "who changed what must be provable" },
  alarms: { until: "the alarm is over" },
  api_requests: { forDays: 7, because: "the list of requests shows a week" },
  attempts: { forDays: 2 * anHour, because: "guesses are counted within an hour" },
  audit_checkpoints: { forEver: true, because: "later audits start there; they hold sums only" },
  backups: {
    forDays: 90,
    because: "the result of each attempt; one by schedule stays as long as its file",
  },
  balance_alerts: { until: "the account is erased" },
  buyers: { until: "the account is erased" },
  campaign_rows: {
    forEver: true,
    because: "who was sent what; a draft and its rows can be deleted",
  },
  campaigns: {
    forEver: true,
    because: `their charges are in the ledger; a draft can be deleted, and one without text and sender is after ${leftDrafts.forDays} days without a change`,
  },
  carrier_attempts: { until: "the same seconds come round again" },
  carrier_messages: {
    forDays: 60,
    because: "a receipt comes within the validity of its message",
  },
  carrier_minutes: { forDays: 2, because: "charts of carriers show a day" },
  carrier_states: { until: "the carrier's state changes" },
  common_callbacks: { forEver: true, because: "one row per carrier, without personal data" },
  contact_group_members: { until: "the contact or the group is deleted" },
  contact_groups: { until: "they are deleted" },
  contacts: { until: "they are deleted" },
  cost_days: { forEver: true, because: "what the ledger charged; sums only" },
  cost_marks: { until: "the next transactions are added up" },
  delivered_parts: {
    forDays: 60,
    because: "all parts are reported within 37 days after their message was accepted",
  },
  heartbeats: { until: "the next one" },
  idempotency_keys: { forDays: 30, because: "a key stands for its message that long" },
  inbound_messages: {
    forEver: true,
    because: "their texts go before the rows do; those to numbers of no account go after 30 days",
  },
  inbound_parts: { forDays: 1, because: "parts that have not come by then never will" },
  invitations: { forDays: 30, because: "an unused link can be mailed again that long" },
  invoice_numbers: { forEver: true, because: "accounting; without personal data" },
  invoices: { forEver: true, because: "tax law demands them, also of an erased account" },
  ledger_totals: { forEver: true, because: "the ledger is the proof of every credit" },
  ledger_transactions: { forEver: true, because: "the ledger is the proof of every credit" },
  message_callbacks: {
    forDays: 60,
    because:
      "its last callback is retried for three days; while its message is not over, it is kept longer",
  },
  message_counts: { forEver: true, because: "charts and the audit; counts only" },
  message_deltas: { until: "the worker adds them to the counts, within seconds" },
  message_events: { as: "events", because: "the history of each message" },
  messages: { forEver: true, because: "the ledger's charges name them; their texts go" },
  numbers: { until: "the administrator removes them" },
  onboarding: { until: "the account is erased" },
  opt_outs: { forEver: true, because: "a person who wants no messages must stay known" },
  own_numbers: { until: "the person's account is erased" },
  parked_receipts: {
    forDays: 30,
    because: "the administrator has that long to check them; at most 10,000",
  },
  passkeys: { until: "they are removed, or a mailed link sets a new password" },
  payment_disputes: { forEver: true, because: "accounting" },
  payment_events: { forEver: true, because: "accounting" },
  payment_refunds: { forEver: true, because: "accounting" },
  payments: { forEver: true, because: "accounting" },
  recovery_codes: { until: "new ones replace them" },
  refused_callbacks: {
    forDays: 30,
    because: "the administrator has that long to find out why; at most 1,000",
  },
  refused_requests: { forDays: 7, because: "the start page shows them, until the first delivery" },
  retention_limits: { until: "the administrator decides anew" },
  sender_names: { until: "the account is erased, or removes its request" },
  session_uses: { until: "the session is revoked or expires" },
  sessions: { forDays: 30, because: "they expire, after a week when nobody uses them" },
  short_links: { forDays: 90, because: "what they lead to may be personal; then they end" },
  simulator_messages: { forDays: 7, because: "nobody submits a message again after so long" },
  simulator_reports: { until: "they are delivered, within seconds" },
  suspensions: { until: "the suspension is lifted, or the account erased" },
  templates: { until: "they are deleted" },
  text_segments: { until: "the texts they index go" },
  tickets: { forDays: anHour, because: "a mailed link works that long" },
  token_hours: { until: "two days later, when the token is used, or the token is erased" },
  token_spending: { until: "the token spends on another day" },
  token_uses: { until: "the token is erased" },
  tokens: { until: "the account is erased" },
  users: { until: "the account is erased" },
  verification_countries: { until: "the account is erased" },
  verification_stops: {
    forDays: 30,
    because: "which ranges of numbers got no codes, and why; no whole number is in them",
  },
  verifications: { forDays: 30, because: "who was verified when; without their codes" },
  waiting_mails: { forDays: anHour, because: "the links in them work no longer" },
  webhook_attempts: { as: "attempts", because: "they hold what endpoints answered" },
  webhook_deliveries: { forEver: true, because: "replays and the audit; bodies with texts go" },
  webhook_endpoints: { forEver: true, because: "the log names them; a deleted one has no secret" },
  welcomed_addresses: { forEver: true, because: "a hash, so that credits are given once" },
} as const satisfies Record<string, Kept>;

/** Who acted as an administrator in the account of somebody else, and administers the installation no longer. */
const formerAdministrators = {
  forDays: 90,
  because: "of an administrator who no longer is one, in other accounts than their own",
} as const;

/** What of a row goes before the row does, by table and column. */
export const partsOfRows = {
  activity_events: {
    actor_label: formerAdministrators,
    address: formerAdministrators,
    user_agent: formerAdministrators,
  },
  campaign_rows: { cells: { as: "texts" } },
  campaigns: { body: { as: "texts" } },
  messages: { body: { as: "texts" }, metadata: { as: "texts" } },
  inbound_messages: { body: { as: "texts" }, raw: { as: "texts" } },
  message_events: { raw: { as: "texts" } },
  webhook_deliveries: { body: { as: "texts" } },
} as const;

/** What is kept outside the database. */
export const keptFiles = {
  backups: {
    until:
      "as many newer ones are created as `BACKUP_KEEP` says; what was erased since stays in them until then",
  },
  emails: { forDays: 7, because: "emails saved while no mail server is set; their links are dead" },
} as const;

type FixedTable = {
  [Table in keyof typeof kept]: (typeof kept)[Table] extends { forDays: number } ? Table : never;
}[keyof typeof kept];

/** For how many days the rows of a table are kept that no setting changes. */
export function daysOf(table: FixedTable): number {
  return kept[table].forDays;
}
