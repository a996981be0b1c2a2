import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseEnv, siteKind } from "./env";
import { describeEnv, envExample, envTable } from "./env-example";

const defaults = {
  PORT: 3000,
  HOST: "0.0.0.0",
  ROLE: "all",
  DATA_DIR: resolve(".data"),
  DATABASE_POOL: 10,
  BACKUP_EVERY: 24,
  BACKUP_KEEP: 7,
  DATABASE_POOLER: "none",
  SMS_API_ADDRESSES: [],
  TRUSTED_PROXIES: [],
  RATE_LIMIT_BURST: 100,
  RATE_LIMIT_SUSTAINED: 3000,
  RATE_LIMIT_MESSAGES: 30_000,
  RATE_LIMIT_TEST_MESSAGES: 10_000,
  SENDER_NAMES: "open",
  SIGN_UPS_PER_HOUR: 20,
  WELCOME_CREDITS: 100,
  ACTIVITY_DAYS: 400,
  REQUEST_LOG: "on",
  WEBHOOK_RETRY_SCHEDULE: [0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400],
  WEBHOOK_TIMEOUT: 15,
  WEBHOOK_DISABLE_AFTER: 432_000,
  WEBHOOK_ALLOW_SUBNETS: [],
  WEBHOOK_ALLOW_HTTP: "no",
  STRIPE_API_URL: "https://api.stripe.com",
  ALARM_QUEUE_SECONDS: 600,
  ALARM_FAILURE_PERCENT: 50,
  ALARM_FAILURE_MINUTES: 15,
  ALARM_DISK_MB: 1000,
  ALARM_CARRIER_BALANCE: 10,
  OTEL_SERVICE_NAME: "depesza",
  OTEL_TRACES_SAMPLER_ARG: 1,
  LOG_LEVEL: "info",
};

describe("settings left out have their defaults", () => {
  test.each([
    ["nothing set", {}],
    ["set to nothing", { PORT: "", HOST: " ", DATABASE_URL: "", RATE_LIMIT_BURST: "  " }],
    ["settings of other programs", { PATH: "/bin", NODE_ENV: "test" }],
  ])("%s", (_what, source) => {
    expect(parseEnv(source)).toEqual(defaults);
  });
});

test("settings are read as what they are", () => {
  const settings = parseEnv({
    PORT: "0",
    ROLE: "worker",
    DATA_DIR: "/var/lib/sms/../sms",
    DATABASE_URL: "postgresql://user:password@db:5432/sms",
    TRUSTED_PROXIES: "10.0.0.0/8, 192.168.1.1  ::1",
    RATE_LIMIT_SUSTAINED: "0",
  });
  expect(settings).toMatchObject({
    PORT: 0,
    ROLE: "worker",
    DATA_DIR: "/var/lib/sms",
    DATABASE_URL: "postgresql://user:password@db:5432/sms",
    TRUSTED_PROXIES: ["10.0.0.0/8", "192.168.1.1", "::1"],
    RATE_LIMIT_SUSTAINED: 0,
  });
});

describe("a wrong setting is named in one sentence", () => {
  test.each([
    ["PORT", "65536"],
    ["PORT", "http"],
    ["ROLE", "boss"],
    ["DATABASE_URL", "mysql://localhost/sms"],
    ["DATABASE_POOL", "1"],
    ["DATABASE_POOLER", "session"],
    ["DATABASE_URL", "postgres://a:1,b:x/sms"],
    ["DATABASE_URL", "postgres://a:1,b:2/sms?target_session_attrs=standby"],
    ["DATABASE_READ_URL", "postgres://a/sms?target_session_attrs=primary"],
    ["APP_URL", "sms.example.com"],
    ["SITE", "shop"],
    ["CARRIER_CALLBACK_URL", "ftp://127.0.0.1"],
    ["TRUSTED_PROXIES", "10.0.0.0/8, proxy.internal"],
    ["TRUSTED_PROXIES", "10.0.0.0/33"],
    ["SMS_API_URL", "msg-api.example"],
    ["SMS_API_WEBHOOK_SECRET", "secret"],
    ["SMS_API_ADDRESSES", "10.0.0.0/8, 192.0.2.300"],
    ["SMS_API_ADDRESSES", "2001:db8::/129"],
    ["RATE_LIMIT_BURST", "-1"],
    ["RATE_LIMIT_SUSTAINED", "1.5"],
    ["REDIS_URL", "http://127.0.0.1:6379"],
    ["REDIS_URL", "redis+sentinel://127.0.0.1:26379"],
    ["REDIS_URL", "redis+cluster://a,b:x"],
    ["SIGN_UPS_PER_HOUR", "many"],
    ["WELCOME_CREDITS", "-100"],
    ["AUTH_SECRET", "too short"],
    ["CARRIER_WEBHOOK_SECRET", "too short"],
    ["WEBHOOK_RETRY_SCHEDULE", "0,,5"],
    ["WEBHOOK_RETRY_SCHEDULE", "0,soon"],
    ["WEBHOOK_TIMEOUT", "0"],
    ["WEBHOOK_DISABLE_AFTER", "never"],
    ["WEBHOOK_ALLOW_SUBNETS", "intranet"],
    ["WEBHOOK_ALLOW_SUBNETS", "10.0.0.0/33"],
    ["WEBHOOK_ALLOW_HTTP", "true"],
    ["SMTP_URL", "mail.example.com"],
    ["SMTP_URL", "https://mail.example.com"],
    ["MAIL_FROM", "the sender"],
    ["STRIPE_SECRET_KEY", "pk_test_123"],
    ["STRIPE_WEBHOOK_SECRET", "secret"],
    ["STRIPE_API_URL", "api.stripe.com"],
    ["LOG_LEVEL", "loud"],
  ])("%s=%s", (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(
      new RegExp(`^These settings are wrong: ${name}: [^;\\n]+\\.$`),
    );
  });

  test("half an upstream is none, and neither quietly the simulator", () => {
    expect(() => parseEnv({ SMS_API_URL: "https://msg-api.example" })).toThrow(/SMS_API_TOKEN/);
    expect(() => parseEnv({ SMS_API_TOKEN: "token" })).toThrow(/SMS_API_URL/);
    const both = parseEnv({ SMS_API_URL: "https://msg-api.example/api/sms/", SMS_API_TOKEN: "t" });
    expect(both.SMS_API_URL).toBe("https://msg-api.example");
  });

  test("a mail server without a sender", () => {
    const server = { SMTP_URL: "smtp://mail.example.com:587" };
    expect(() => parseEnv(server)).toThrow(/: MAIL_FROM: must be set/);
    for (const sender of ["sms@example.com", "Depesza <sms@example.com>"]) {
      expect(parseEnv({ ...server, MAIL_FROM: sender }).MAIL_FROM).toBe(sender);
    }
  });

  test("a text on topping up that is longer than the page has room for", () => {
    expect(() => parseEnv({ TOP_UP_TEXT: "a".repeat(501) })).toThrow(
      /TOP_UP_TEXT: must have at most 500/,
    );
    expect(parseEnv({ TOP_UP_TEXT: "Call Ada." }).TOP_UP_TEXT).toBe("Call Ada.");
  });

  test("a shop needs both the key to sell and the secret to hear that it was paid", () => {
    expect(() => parseEnv({ STRIPE_SECRET_KEY: "sk_test_1" })).toThrow(/STRIPE_WEBHOOK_SECRET/);
    expect(() => parseEnv({ STRIPE_WEBHOOK_SECRET: "whsec_1" })).toThrow(/STRIPE_SECRET_KEY/);
  });

  test("several at once, all of them", () => {
    expect(() => parseEnv({ PORT: "x", LOG_LEVEL: "loud" })).toThrow(/PORT: .+; LOG_LEVEL: .+\.$/);
  });
});

test("the landing page presents a service once credits are sold or a carrier is set, unless SITE decides", () => {
  const stripe = { STRIPE_SECRET_KEY: "sk_test_1", STRIPE_WEBHOOK_SECRET: "whsec_1" };
  expect(siteKind(false, parseEnv({}))).toBe("project");
  expect(siteKind(false, parseEnv(stripe))).toBe("service");
  expect(siteKind(true, parseEnv({}))).toBe("service");
  expect(siteKind(true, parseEnv({ SITE: "project" }))).toBe("project");
  expect(siteKind(false, parseEnv({ SITE: "service" }))).toBe("service");
});

describe("the settings describe themselves", () => {
  test("every default shown is the default that holds", () => {
    const shown = describeEnv().map(({ name, default: byDefault }) => [name, byDefault]);
    expect(parseEnv(Object.fromEntries(shown))).toEqual(defaults);
  });

  test("each says in a sentence what it is for", () => {
    for (const { description } of describeEnv()) expect(description).toMatch(/^[A-Z].+\.$/);
  });

  test("the self-hosting page of the docs shows exactly them", () => {
    const page = readFileSync(resolve("app/(docs)/docs/_content/self-hosting.md"), "utf8");
    expect(page).toContain("\n{{table:settings}}\n");
    for (const { name } of describeEnv()) expect(envTable()).toContain(`| \`${name}\` |`);
  });

  test(".env.example lists exactly them", () => {
    expect(readFileSync(resolve(".env.example"), "utf8")).toBe(envExample());
  });
});
