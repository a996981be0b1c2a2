import { z } from "zod";
import { accountSettings } from "./_account-settings";
import { carrierSettings } from "./_carrier-settings";
import { databaseSettings } from "./_database-settings";
import { limitSettings } from "./_limit-settings";
import { mailSettings } from "./_mail-settings";
import { monitoringSettings } from "./_monitoring-settings";
import { paymentSettings } from "./_payment-settings";
import { processSettings } from "./_process-settings";
import { siteSettings } from "./_site-settings";
import { webhookSettings } from "./_webhook-settings";
import { settingsInFiles } from "./settings-in-files";

/** Every setting there is, with its default and meaning; `.env.example` and the documentation follow it. */
export const EnvSchema = z.object({
  ...processSettings,
  ...databaseSettings,
  ...siteSettings,
  ...carrierSettings,
  ...limitSettings,
  ...accountSettings,
  ...webhookSettings,
  ...mailSettings,
  ...paymentSettings,
  ...monitoringSettings,
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
  if (settings.ROLE === "worker" && settings.METRICS_PORT && !settings.METRICS_TOKEN) {
    throw new Error(
      "These settings are wrong: METRICS_TOKEN: must be set together with METRICS_PORT if ROLE is worker.",
    );
  }
  for (const pair of pairs) checkPair(settings, pair);
  return settings;
}

function checkPair(settings: Env, [one, other]: (typeof pairs)[number]): void {
  if (Boolean(settings[one]) === Boolean(settings[other])) return;
  const [missing, given] = settings[one] ? [other, one] : [one, other];
  throw new Error(`These settings are wrong: ${missing}: must be set together with ${given}.`);
}
