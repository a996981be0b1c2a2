import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseEnv } from "./env";
import { describeEnv, envExample, envTable } from "./env-example";

const defaults = {
  PORT: 3000,
  HOST: "0.0.0.0",
  ROLE: "all",
  DATA_DIR: resolve(".data"),
  DATABASE_POOL: 10,
  TRUSTED_PROXIES: [],
  RATE_LIMIT_BURST: 100,
  RATE_LIMIT_SUSTAINED: 3000,
  SIGN_UPS_PER_HOUR: 20,
  WELCOME_CREDITS: 100,
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
    ["APP_URL", "sms.example.com"],
    ["CARRIER_CALLBACK_URL", "ftp://127.0.0.1"],
    ["TRUSTED_PROXIES", "10.0.0.0/8, proxy.internal"],
    ["TRUSTED_PROXIES", "10.0.0.0/33"],
    ["RATE_LIMIT_BURST", "-1"],
    ["RATE_LIMIT_SUSTAINED", "1.5"],
    ["REDIS_URL", "http://127.0.0.1:6379"],
    ["SIGN_UPS_PER_HOUR", "many"],
    ["WELCOME_CREDITS", "-100"],
    ["AUTH_SECRET", "too short"],
    ["CARRIER_WEBHOOK_SECRET", "too short"],
    ["LOG_LEVEL", "loud"],
  ])("%s=%s", (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(
      new RegExp(`^These settings are wrong: ${name}: [^;\\n]+\\.$`),
    );
  });

  test("several at once, all of them", () => {
    expect(() => parseEnv({ PORT: "x", LOG_LEVEL: "loud" })).toThrow(/PORT: .+; LOG_LEVEL: .+\.$/);
  });
});

describe("the settings describe themselves", () => {
  test("every default shown is the default that holds", () => {
    const shown = describeEnv().map(({ name, default: byDefault }) => [name, byDefault]);
    expect(parseEnv(Object.fromEntries(shown))).toEqual(defaults);
  });

  test("each says in a sentence what it is for", () => {
    for (const { description } of describeEnv()) expect(description).toMatch(/^[A-Z].+\.$/);
  });

  test("the README's table lists exactly them", () => {
    expect(readFileSync(resolve("README.md"), "utf8")).toContain(
      `<!-- settings -->\n${envTable()}\n<!-- /settings -->`,
    );
  });

  test(".env.example lists exactly them", () => {
    expect(readFileSync(resolve(".env.example"), "utf8")).toBe(envExample());
  });
});
