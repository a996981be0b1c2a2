/** One figure of `GET /api/metrics`. */
interface Figure {
  kind: "counter" | "gauge" | "histogram";
  labels: readonly string[];
  /** In one sentence, for the output and the documentation. */
  help: string;
  /** The upper ends of the buckets of a histogram. */
  buckets?: readonly number[];
  /** Read from the database and the carriers when somebody asks, the same whichever process answers. */
  isOfInstallation?: true;
}

const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const batchSizes = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
const commitSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const submitSeconds = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const receiptSeconds = [1, 2, 5, 10, 30, 60, 300, 1800, 7200, 86_400];
const lagSeconds = [0.25, 0.5, 1, 2, 5, 10, 60, 600, 3600, 86_400];

/**
 * Every figure there is, by its name. Those that are not of the installation come from each process by itself, and get the
 * label `process`. Values of labels are bounded: carriers of the file, routes of the API, states, and outcomes.
 */
const figures = {
  depesza_build_info: {
    kind: "gauge",
    labels: ["version", "node"],
    help: "1, with the version of Depesza and of Node.",
  },
  depesza_process_up: {
    kind: "gauge",
    labels: ["process"],
    help: "Whether a process that should run does: 1 or 0.",
  },
  depesza_process_restarts_total: {
    kind: "counter",
    labels: ["process"],
    help: "How often a process ended unexpectedly and was started again.",
  },
  process_start_time_seconds: {
    kind: "gauge",
    labels: [],
    help: "When the process started, in Unix seconds.",
  },
  process_cpu_seconds_total: {
    kind: "counter",
    labels: [],
    help: "Processor time of the process in seconds.",
  },
  process_resident_memory_bytes: {
    kind: "gauge",
    labels: [],
    help: "Resident memory of the process in bytes.",
  },
  depesza_event_loop_lag_seconds: {
    kind: "gauge",
    labels: ["quantile"],
    help: "How late the event loop was since the process was last asked: 0.5, 0.99, and 1 for the longest.",
  },
  depesza_database_connections: {
    kind: "gauge",
    labels: ["pool", "state"],
    help: "Open connections by pool (primary, standby) and state (busy, idle).",
  },
  depesza_database_connections_max: {
    kind: "gauge",
    labels: ["pool"],
    help: "Connections that the pool may open.",
  },
  depesza_database_waiting: {
    kind: "gauge",
    labels: ["pool"],
    help: "Statements that wait for a connection.",
  },
  depesza_http_request_duration_seconds: {
    kind: "histogram",
    labels: ["method", "route", "status"],
    buckets: requestSeconds,
    help: "Requests by method, route template, and status, with the time until the response begins; `page` for pages, `none` for paths that don't exist, `rejected` for what is no valid request.",
  },
  depesza_admission_batch_size: {
    kind: "histogram",
    labels: [],
    buckets: batchSizes,
    help: "Messages that one commit accepted.",
  },
  depesza_admission_batch_duration_seconds: {
    kind: "histogram",
    labels: [],
    buckets: commitSeconds,
    help: "How long such a commit took.",
  },
  depesza_messages_accepted_total: {
    kind: "counter",
    labels: ["source"],
    help: "Messages that were accepted, by where they came from.",
  },
  depesza_messages_total: {
    kind: "counter",
    labels: ["carrier", "state"],
    help: "Messages that reached a state, by carrier (`none` without a route): sent, unknown, delivered, failed, expired, bounced, or cancelled.",
  },
  depesza_submit_duration_seconds: {
    kind: "histogram",
    labels: ["carrier"],
    buckets: submitSeconds,
    help: "Time until a carrier responds to a submission.",
  },
  depesza_receipt_delay_seconds: {
    kind: "histogram",
    labels: ["carrier"],
    buckets: receiptSeconds,
    help: "Time from the submission of a message to its final receipt.",
  },
  depesza_webhook_attempts_total: {
    kind: "counter",
    labels: ["outcome"],
    help: "Webhook attempts by outcome: delivered, retry, exhausted, or endpoint_gone.",
  },
  depesza_webhook_attempt_duration_seconds: {
    kind: "histogram",
    labels: [],
    buckets: submitSeconds,
    help: "Time until an endpoint responds.",
  },
  depesza_webhook_lag_seconds: {
    kind: "histogram",
    labels: [],
    buckets: lagSeconds,
    help: "Time from an event to its first attempt.",
  },
  depesza_database_up: {
    kind: "gauge",
    labels: [],
    isOfInstallation: true,
    help: "Whether the database responded when these figures were read: 1 or 0. With 0, those read from it are omitted.",
  },
  depesza_queue_messages: {
    kind: "gauge",
    labels: ["carrier", "class"],
    isOfInstallation: true,
    help: "Due live messages that have not left, by carrier (`none` without a route) and class (transactional, bulk).",
  },
  depesza_queue_oldest_seconds: {
    kind: "gauge",
    labels: ["carrier", "class"],
    isOfInstallation: true,
    help: "How long the oldest of them has been due.",
  },
  depesza_webhooks_pending: {
    kind: "gauge",
    labels: [],
    isOfInstallation: true,
    help: "Webhook deliveries that are due, at most 10,000.",
  },
  depesza_webhooks_oldest_seconds: {
    kind: "gauge",
    labels: [],
    isOfInstallation: true,
    help: "How long the oldest of them has been due.",
  },
  depesza_heartbeat_age_seconds: {
    kind: "gauge",
    labels: ["name"],
    isOfInstallation: true,
    help: "Time since the last heartbeat: worker is written every 5 s, readiness with each readiness check.",
  },
  depesza_emails_waiting: {
    kind: "gauge",
    labels: [],
    isOfInstallation: true,
    help: "Emails that the mail server has not accepted yet.",
  },
  depesza_campaigns_running: {
    kind: "gauge",
    labels: [],
    isOfInstallation: true,
    help: "Campaigns that are being sent.",
  },
  depesza_carrier_in_trouble: {
    kind: "gauge",
    labels: ["carrier"],
    isOfInstallation: true,
    help: "Whether the circuit breaker of a carrier is open: 1 or 0.",
  },
  depesza_carrier_balance: {
    kind: "gauge",
    labels: ["carrier", "unit"],
    isOfInstallation: true,
    help: "Balance of a carrier that reports one, read once a minute at most.",
  },
  depesza_backup_age_seconds: {
    kind: "gauge",
    labels: [],
    isOfInstallation: true,
    help: "How old the data of the newest backup is.",
  },
  depesza_backup_size_bytes: {
    kind: "gauge",
    labels: [],
    isOfInstallation: true,
    help: "Size of the newest backup.",
  },
  depesza_backup_failed: {
    kind: "gauge",
    labels: [],
    isOfInstallation: true,
    help: "Whether a backup has failed since the newest one: 1 or 0.",
  },
  depesza_disk_free_bytes: {
    kind: "gauge",
    labels: [],
    isOfInstallation: true,
    help: "Free space on the disk of DATA_DIR of the machine that responds.",
  },
  depesza_alarms_open: {
    kind: "gauge",
    labels: ["alarm", "subject"],
    isOfInstallation: true,
    help: "1 for each open alarm.",
  },
} as const satisfies Record<string, Figure>;

type Figures = typeof figures;

/** The names of the figures of a kind. */
export type NamesOf<Kind extends Figure["kind"]> = {
  [Name in keyof Figures]: Figures[Name]["kind"] extends Kind ? Name : never;
}[keyof Figures];

/** The names of a figure's labels. */
export type LabelsOf<Name extends keyof Figures> = Figures[Name]["labels"][number];

/** A figure by its name, as its shape says it. */
export function figureOf(name: keyof Figures): Figure {
  return figures[name];
}

export type FigureName = keyof Figures;

export const figureNames = Object.keys(figures) as FigureName[];
