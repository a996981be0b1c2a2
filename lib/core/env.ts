import { resolve } from "node:path";
import { z } from "zod";
import { isSubnet } from "./address-list";
import { isDatabaseUrl } from "./database-url";
import { readRedisUrl } from "./redis-url";
import { settingsInFiles } from "./settings-in-files";

const text = z.string().trim().min(1);
const count = z.coerce.number().int().min(0);
const databaseShape = { error: "must look like postgres://user:password@host:5432/name" };
const databaseUrl = text.refine((url) => isDatabaseUrl(url), databaseShape);

/** Every setting there is, with its default and meaning; `.env.example` and the documentation follow it. */
export const EnvSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe("Port to serve on."),
  HOST: text.default("0.0.0.0").describe("Address to listen on."),
  ROLE: z
    .enum(["all", "web", "api", "worker"])
    .default("all")
    .describe("Which part this process runs: all, web, api, or worker."),
  PROCESSES: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe(
      "Processes that serve the API, on one port. If unset, one per core beyond two and per GB of memory, at most 8. With 2 or more, the worker has its own.",
    ),
  DATA_DIR: text
    .default(".data")
    .transform((path) => resolve(path))
    .describe(
      "Folder for the embedded database, generated secrets, and emails saved when SMTP_URL is unset.",
    ),
  DATABASE_URL: databaseUrl
    .optional()
    .describe(
      "A PostgreSQL 15 or newer to use instead of the embedded one; several servers as host:port,host:port.",
    ),
  DATABASE_POOLER: z
    .enum(["none", "transaction"])
    .default("none")
    .describe(
      "What DATABASE_URL leads to: none for PostgreSQL, transaction for PgBouncer in that mode.",
    ),
  DATABASE_DIRECT_URL: databaseUrl
    .optional()
    .describe(
      "PostgreSQL without the pooler, for live updates, locks, and migrations; set with DATABASE_POOLER.",
    ),
  DATABASE_READ_URL: text
    .refine((url) => isDatabaseUrl(url, "standby"), databaseShape)
    .optional()
    .describe(
      "A streaming standby of DATABASE_URL that lists, exports, and the audit read from while it keeps up.",
    ),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(10)
    .describe(
      "Maximum number of PostgreSQL connections per process, to each of both servers; the process of the pages has half as many.",
    ),
  BACKUP_DIR: text
    .transform((path) => resolve(path))
    .optional()
    .describe("Folder, on another disk if possible, for backups by schedule; none when unset."),
  BACKUP_EVERY: z.coerce
    .number()
    .min(0.25)
    .max(720)
    .default(24)
    .describe("Hours between two backups by schedule."),
  BACKUP_KEEP: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(7)
    .describe("Backups by schedule that stay in BACKUP_DIR; older ones are deleted."),
  BACKUP_PASSPHRASE: z
    .string()
    .min(12, "must have at least 12 characters")
    .max(1000, "must have at most 1,000 characters")
    .optional()
    .describe("Encrypts backups with AES-256; a restore needs the same one."),
  APP_URL: z
    .url({ protocol: /^https?$/, error: "must look like https://sms.example.com" })
    .optional()
    .describe("Public address of the installation; http://localhost:PORT when unset."),
  SITE: z
    .enum(["project", "service"])
    .optional()
    .describe(
      "What the landing page presents: project (the software) or service (this installation and its prices). If unset, service when STRIPE_SECRET_KEY is set or there is a carrier.",
    ),
  CARRIER_CALLBACK_URL: z
    .url({ protocol: /^https?$/, error: "must look like http://127.0.0.1:3000" })
    .optional()
    .describe(
      "Where the simulator reports to; this process, or APP_URL for ROLE=worker, when unset.",
    ),
  CARRIERS_FILE: text
    .transform((path) => resolve(path))
    .optional()
    .describe("File that names carriers and routes; carriers.json in DATA_DIR when unset."),
  SMS_API_URL: z
    .url({ protocol: /^https?$/, error: "must look like https://msg-api.example" })
    .transform((url) => url.replace(/\/+$/, "").replace(/\/api\/sms$/, ""))
    .optional()
    .describe(
      "An HTTP SMS API of the documented shape that live messages go to; the simulator when unset.",
    ),
  SMS_API_TOKEN: text.optional().describe("Bearer token at SMS_API_URL; both or neither are set."),
  SMS_API_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]+=*$/, "must look like whsec_ and base64")
    .optional()
    .describe("Standard Webhooks secret of an upstream that signs its events; then all must be."),
  SMS_API_ADDRESSES: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((list) => list.every(isSubnet), {
      error: "must be addresses or CIDR ranges such as 10.0.0.0/8",
    })
    .describe("Addresses or CIDR ranges the upstream's events must come from; any when unset."),
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((list) => list.every(isSubnet), "must list addresses or CIDR ranges")
    .describe("Proxies (IP addresses or CIDR ranges) that may set X-Forwarded-* headers."),
  RATE_LIMIT_BURST: count
    .default(100)
    .describe("API requests an account may make in one second; 0 disables the limit."),
  RATE_LIMIT_SUSTAINED: count
    .default(3000)
    .describe("API requests an account may make in one minute; 0 disables the limit."),
  RATE_LIMIT_MESSAGES: count
    .default(30_000)
    .describe("Messages an account may send in one minute; 0 disables the limit."),
  RATE_LIMIT_TEST_MESSAGES: count
    .default(10_000)
    .describe("Test messages an account may send in one minute; 0 disables the limit."),
  REDIS_URL: text
    .refine((url) => readRedisUrl(url), {
      error:
        "must look like redis://:password@host:6379/0, redis+sentinel://host:26379,host:26379/name, or redis+cluster://host:6379,host:6379",
    })
    .optional()
    .describe(
      "Redis or Valkey for rate limits shared by several machines, also behind Sentinel or as a Cluster. If unset, each npm start counts separately.",
    ),
  SENDER_NAMES: z
    .enum(["open", "approved"])
    .default("open")
    .describe(
      "Which names live messages may come from: open for any valid one, approved for those that the administrator approved.",
    ),
  SIGN_UPS_PER_HOUR: count
    .default(20)
    .describe("Accounts one IP address may create in one hour; 0 disables the limit."),
  WELCOME_CREDITS: count
    .default(100)
    .describe("Credits an account starts with, once per email address."),
  ACTIVITY_DAYS: z.coerce
    .number()
    .int()
    .min(30)
    .max(36_500)
    .default(400)
    .describe("Days to keep the activity log, in whole months; 30 or more."),
  AUTH_SECRET: z
    .string()
    .min(32, "must have at least 32 characters")
    .optional()
    .describe("Key of session cookies; generated at first start and saved in DATA_DIR if unset."),
  CARRIER_WEBHOOK_SECRET: z
    .string()
    .min(24, "must have at least 24 characters")
    .optional()
    .describe("Secret path part of /api/webhooks; generated and saved like AUTH_SECRET if unset."),
  WEBHOOK_RETRY_SCHEDULE: z
    .string()
    .default("0,5,300,1800,7200,18000,36000,50400,72000,86400")
    .transform((list) => list.split(",").map((seconds) => Number(seconds.trim() || Number.NaN)))
    .refine((steps) => steps.every((seconds) => seconds >= 0), {
      error: "must be seconds separated by commas, such as 0,5,300",
    })
    .describe("Seconds to wait before each webhook delivery attempt, separated by commas."),
  WEBHOOK_TIMEOUT: z.coerce
    .number()
    .positive()
    .max(60)
    .default(15)
    .describe("Timeout in seconds for a webhook endpoint to respond."),
  WEBHOOK_DISABLE_AFTER: z.coerce
    .number()
    .positive()
    .default(432_000)
    .describe("Seconds of continuous failures after which an endpoint is disabled."),
  WEBHOOK_ALLOW_SUBNETS: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((list) => list.every(isSubnet), {
      error: "must be addresses or CIDR ranges such as 10.0.0.0/8",
    })
    .describe(
      "Private addresses or CIDR ranges that webhooks may go to, on any port, also by http.",
    ),
  WEBHOOK_ALLOW_HTTP: z
    .enum(["yes", "no"])
    .default("no")
    .describe("Whether webhooks may go to public addresses by http: yes or no."),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must look like smtps://user:password@mail.example.com" })
    .optional()
    .describe("SMTP server for outgoing email. If unset, emails are saved in DATA_DIR/mail."),
  MAIL_FROM: text
    .regex(/^[^@\s<>]+@[^@\s<>]+$|^[^<>@]*<[^@\s<>]+@[^@\s<>]+>$/, {
      error: "must look like Depesza <sms@example.com>",
    })
    .optional()
    .describe("Sender of all emails. Required if SMTP_URL is set."),
  PRICE_LIST: text
    .transform((path) => resolve(path))
    .optional()
    .describe(
      "A JSON file with the prices, shaped as in GET /api/pricing; the built-in list when unset.",
    ),
  TOP_UP_TEXT: text
    .max(500, "must have at most 500 characters")
    .optional()
    .describe("How to get more credits, as plain text on the Credits page; used without Stripe."),
  SELLER_NAME: text
    .max(200, "must have at most 200 characters")
    .optional()
    .describe(
      "Who sells credits, as invoices name it; set with SELLER_ADDRESS. Without both, purchases get receipts instead of invoices.",
    ),
  SELLER_ADDRESS: text
    .max(300, "must have at most 300 characters")
    .optional()
    .describe("Address of the seller on invoices."),
  SELLER_TAX_ID: text
    .max(30, "must have at most 30 characters")
    .optional()
    .describe("Tax ID of the seller on invoices, such as a VAT number."),
  ADMIN_EMAIL: z
    .email({ error: "must look like admin@example.com" })
    .optional()
    .describe("Who is emailed when a payment is disputed; disputes are always logged."),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[sr]k_\w+$/, "must look like sk_live_ and letters")
    .optional()
    .describe(
      "Stripe secret key for selling credits. Without it, only the administrator can grant credits.",
    ),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w+$/, "must look like whsec_ and letters")
    .optional()
    .describe(
      "Signing secret of the Stripe endpoint APP_URL/api/payments/stripe; set with the key.",
    ),
  STRIPE_API_URL: z
    .url({ protocol: /^https?$/, error: "must look like https://api.stripe.com" })
    .default("https://api.stripe.com")
    .describe("Base URL of Stripe's API."),
  METRICS_TOKEN: z
    .string()
    .min(16, "must have at least 16 characters")
    .max(256, "must have at most 256 characters")
    .optional()
    .describe(
      "Bearer token for GET /api/metrics. If unset, only this machine may read it, not through a proxy, and while APP_URL is local.",
    ),
  METRICS_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .describe("Another port that serves GET /api/metrics and nothing else, also with ROLE=worker."),
  ALARM_QUEUE_SECONDS: count
    .default(600)
    .describe("Alarm when a message has been due for longer; 0 turns this alarm off."),
  ALARM_FAILURE_PERCENT: count
    .max(100, "must be at most 100")
    .default(50)
    .describe(
      "Alarm when this percentage of a carrier's messages is not delivered, of at least 20 with a final status within ALARM_FAILURE_MINUTES; 0 turns it off.",
    ),
  ALARM_FAILURE_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(1440)
    .default(15)
    .describe("Minutes that ALARM_FAILURE_PERCENT looks back."),
  ALARM_DISK_MB: count
    .default(1000)
    .describe("Alarm when the disk of DATA_DIR has less left, in MB; 0 turns it off."),
  ALARM_CARRIER_BALANCE: z.coerce
    .number()
    .min(0)
    .default(10)
    .describe(
      "Alarm when less is left at a carrier that tells its balance, in the carrier's unit; 0 turns it off.",
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "must look like http://127.0.0.1:4318" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional()
    .describe(
      "OpenTelemetry collector that gets traces by OTLP over HTTP as JSON; none when unset.",
    ),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .max(4096, "must have at most 4096 characters")
    .regex(/^[^=,\s]+=[^,]*(,[^=,\s]+=[^,]*)*$/, "must look like name=value,name=value")
    .optional()
    .describe("Headers for the collector, such as its key."),
  OTEL_SERVICE_NAME: text.default("depesza").describe("Name of this installation in traces."),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(1)
    .describe("Share of messages and requests that are traced, from 0 to 1."),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "silent"])
    .default("info")
    .describe("Log level of the server."),
});

export type Env = z.infer<typeof EnvSchema>;

let parsed: Env | undefined;

/** The settings of this process, parsed once. Throws one readable sentence that names each wrong setting. */
export function env(): Env {
  // biome-ignore lint/style/noProcessEnv: the one place that reads the environment.
  parsed ??= parseEnv(settingsInFiles(process.env, Object.keys(EnvSchema.shape)));
  return parsed;
}

/** A variable of the environment by a name that a file gives, such as `env:NAME` in `carriers.json`; undefined if blank. */
export function variable(name: string): string | undefined {
  // biome-ignore lint/style/noProcessEnv: the one place that reads the environment.
  return process.env[name]?.trim() || undefined;
}

/** Whether pages come from a finished build; false in `npm run dev`. */
export function isProduction(): boolean {
  // biome-ignore lint/style/noProcessEnv: Next and its tools set this one, it is not a setting of ours.
  return process.env.NODE_ENV === "production";
}

/** Where people reach this installation, without a slash at the end. */
export function appUrl(): string {
  return (env().APP_URL ?? `http://localhost:${servingPort()}`).replace(/\/+$/, "");
}

/**
 * Whether the landing page presents the software or this installation's service: unless the settings say which, the
 * service where credits are sold or messages reach phones.
 */
export function siteKind(hasCarrier: boolean, settings: Env = env()): "project" | "service" {
  const isService = hasCarrier || settings.STRIPE_SECRET_KEY !== undefined;
  return settings.SITE ?? (isService ? "service" : "project");
}

/** The port that this installation is served at: the one this process got, or was given. */
export function servingPort(): number {
  return bound.port ?? env().PORT;
}

/** Whether our own HTTP server passes on what this process answers: only then is the visitor's address beyond doubt. */
export function isBehindFrontDoor(): boolean {
  return bound.port !== undefined || isPagesProcess();
}

/** Whether this process runs the pages beside a main process of ours. */
function isPagesProcess(): boolean {
  // The environment is slow to ask, and the process of the pages has no port.
  return bound.port === undefined && pagesSocket() !== undefined;
}

/** Whether what an account sends is counted in the main process: this one is not the only one here that it sends by. */
export function isCountedInMain(): boolean {
  return bound.isShared ?? isPagesProcess();
}

/** Where the process of the pages takes requests; undefined in every other process. */
export function pagesSocket(): string | undefined {
  // biome-ignore lint/style/noProcessEnv: the main process sets it for the one it starts, it is not a setting of ours.
  return process.env["PAGES_SOCKET"];
}

/** Tells the process which port it got, and whether it shares that with others of its main process. */
export function publishPort(port: number, isShared = false): void {
  bound.port = port;
  bound.isShared = isShared;
}

const bound: { port?: number; isShared?: boolean } = {};

/** Parses any record of settings; an empty or blank value counts as unset. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value?.trim() !== ""),
  );
  const result = EnvSchema.safeParse(present);
  if (result.success) return checkPairs(result.data);
  const wrong = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`These settings are wrong: ${wrong.join("; ")}.`);
}

const pairs = [
  // Half an upstream would hand paid messages to the simulator.
  ["SMS_API_URL", "SMS_API_TOKEN"],
  // A shop that cannot read what Stripe tells it would take money and give nothing.
  ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"],
  // An invoice names both.
  ["SELLER_NAME", "SELLER_ADDRESS"],
] as const;

function checkPairs(settings: Env): Env {
  if (settings.SMTP_URL && !settings.MAIL_FROM) {
    throw new Error("These settings are wrong: MAIL_FROM: must be set together with SMTP_URL.");
  }
  if (
    settings.DATABASE_POOLER !== "none" &&
    !(settings.DATABASE_URL && settings.DATABASE_DIRECT_URL)
  ) {
    throw new Error(
      "These settings are wrong: DATABASE_POOLER: needs both DATABASE_URL and DATABASE_DIRECT_URL.",
    );
  }
  if (settings.DATABASE_READ_URL && !settings.DATABASE_URL) {
    throw new Error(
      "These settings are wrong: DATABASE_READ_URL: must be set together with DATABASE_URL.",
    );
  }
  for (const [one, other] of pairs) {
    if (Boolean(settings[one]) === Boolean(settings[other])) continue;
    const [missing, given] = settings[one] ? [other, one] : [one, other];
    throw new Error(`These settings are wrong: ${missing}: must be set together with ${given}.`);
  }
  return settings;
}
