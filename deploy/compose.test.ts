import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DCLinter } from "dclint";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { isDatabaseUrl } from "@/lib/core/database-url";
import { parseEnv } from "@/lib/core/env";
import {
  deployFile,
  deployPath,
  imageVariables,
  unknownSettings,
} from "@/lib/testing/deploy-files";

const Service = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()),
  tmpfs: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal("ALL")]),
  security_opt: z.tuple([z.literal("no-new-privileges:true")]),
  pids_limit: z.number().int().positive(),
  logging: z.object({ options: z.object({ "max-size": z.string(), "max-file": z.string() }) }),
  stop_grace_period: z.string().optional(),
});
const Compose = z.object({
  services: z.object({
    app: Service.extend({ env_file: z.array(z.object({ path: z.string() })) }),
    database: Service,
    keys: Service,
  }),
  networks: z.object({
    outside: z.object({ ipam: z.object({ config: z.array(z.object({ subnet: z.string() })) }) }),
    inside: z.object({ internal: z.literal(true) }),
  }),
});

const text = deployFile("compose.yaml");
// Merging is as in Compose, where `<<` and anchors hold.
const { services, networks } = Compose.parse(parse(text, { merge: true }));

const folder = mkdtempSync(join(tmpdir(), "depesza-compose-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the file keeps to the Compose Specification, and a linter finds nothing", () => {
  const rules: ConstructorParameters<typeof DCLinter>[0]["rules"] = {
    // It is built here, and has a name to run commands with.
    "no-build-and-image": 0,
    // The order in which one reads it: Depesza first.
    "services-alphabetical-order": 0,
    "service-keys-order": 0,
    "require-quotes-in-ports": [2, { quoteType: "double" }],
  };
  const linter = new DCLinter({ rules, quiet: false, debug: false, exclude: [] });
  const found = linter.lintFiles([deployPath("compose.yaml")], false);
  expect(found.flatMap(({ messages }) => messages)).toEqual([]);
  expect(parse(text)).toHaveProperty("services.app.env_file");
});

test("the linter finds what no version of Compose knows", () => {
  const path = join(folder, "compose.yaml");
  writeFileSync(path, text.replace("read_only: true", "readonly: true"));
  const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] });
  const found = linter.lintFiles([path], false).flatMap(({ messages }) => messages);
  expect(found.map(({ rule }) => rule)).toContain("invalid-schema");
});

test("every image has a version, and the one that is built here is never pulled", () => {
  expect(services.app.image).toBe("depesza:local");
  expect(parse(text)).toHaveProperty("services.app.pull_policy", "build");
  for (const { image } of [services.database, services.keys]) {
    expect(image).toMatch(/^postgres:\d+-[a-z]+$/);
  }
});

test("every setting of Depesza exists, and holds", () => {
  expect(unknownSettings(Object.keys(services.app.environment))).toEqual([]);
  const subnet = networks.outside.ipam.config[0]?.subnet;
  // What a person sets in deploy/.env counts, else the network that a proxy on the machine comes from.
  const trusted = services.app.environment["TRUSTED_PROXIES"];
  expect(trusted).toBe(`\${TRUSTED_PROXIES:-${subnet}}`);
  expect(parseEnv({ TRUSTED_PROXIES: subnet }).TRUSTED_PROXIES).toEqual([subnet]);
});

test("no secret is written down: each comes from a file that is made at the first start", () => {
  const names = Object.values(services).flatMap(({ environment }) => Object.keys(environment));
  const secrets = names.filter((name) => /PASSWORD|SECRET|TOKEN|_URL/.test(name));
  expect(secrets).toEqual(["DATABASE_URL_FILE", "POSTGRES_PASSWORD_FILE"]);
});

test("Depesza is published to this machine only, and the database to nobody", () => {
  expect(services.app.ports).toEqual(["127.0.0.1:3000:3000"]);
  expect(services.database.ports).toEqual([]);
  expect(services.database.networks).toEqual(["inside"]);
});

test("what Depesza writes has a place: its data stay, and /tmp is as large as uploads need", () => {
  expect(services.app.volumes).toContain(`data:${imageVariables()["DATA_DIR"]}`);
  expect(services.app.tmpfs).toEqual(["/tmp:size=512m,mode=1777"]);
});

test("Docker waits longer for the end than Depesza needs", () => {
  expect(Number.parseInt(services.app.stop_grace_period ?? "", 10)).toBeGreaterThan(10);
});

/** What the service `keys` runs, with this folder in the place of its volume. */
function makeKeys(volume: string) {
  const [script = ""] = services.keys.command ?? [];
  const here = script.replaceAll("$$", "$").replace("cd /keys", `cd "${volume}"`);
  const { status, stderr } = spawnSync("/bin/sh", ["-euc", here], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const read = (name: string) => readFileSync(join(volume, name), "utf8");
  return { url: read("database-url"), password: read("database-password") };
}

test("the first start makes a password of the database that nobody can guess, and later ones keep it", () => {
  const volume = mkdtempSync(join(folder, "keys-"));
  const made = makeKeys(volume);
  expect(made.password).toMatch(/^[0-9a-f]{48}$/);
  expect(makeKeys(volume)).toEqual(made);
  expect(makeKeys(mkdtempSync(join(folder, "keys-"))).password).not.toBe(made.password);
});

test("the address of the database leads to the service, with its user and name, for both containers to read", () => {
  const volume = mkdtempSync(join(folder, "keys-"));
  const { url, password } = makeKeys(volume);
  const { POSTGRES_USER, POSTGRES_DB } = services.database.environment;
  expect(url).toBe(`postgres://${POSTGRES_USER}:${password}@database:5432/${POSTGRES_DB}`);
  expect(isDatabaseUrl(url)).toBe(true);
  expect(statSync(join(volume, "database-url")).mode & 0o777).toBe(0o644);
});

test("a first start that was cut off half-way leaves no password that does not fit", () => {
  const volume = mkdtempSync(join(folder, "keys-"));
  writeFileSync(join(volume, "database-password"), "half");
  writeFileSync(join(volume, "database-url.new"), "postgres://");
  const { url, password } = makeKeys(volume);
  expect(password).toHaveLength(48);
  expect(url).toContain(`:${password}@`);
});
