import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { secrets } from "../core/secrets";
import { addCarrier } from "./add-carrier";
import { storedSecret, storeSecret } from "./carrier-secrets";

let folder: string;
let file: string;
let secretsFile: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carriers-"));
  file = join(folder, "carriers.json");
  secretsFile = join(folder, "secrets.json");
  Object.assign(process.env, { DATA_DIR: folder, CARRIERS_FILE: file });
});
beforeEach(() => rm(file, { force: true }));
afterAll(() => rm(folder, { recursive: true }));

const add = (name: string, token = `token of ${name}`) =>
  addCarrier({ name, kind: "http", settings: { url: "https://sms.example.com", token } });
const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));

/** The token of each carrier, as the file leads to it. */
function tokens() {
  const entries: { name: string; token: string }[] = read(file).carriers;
  return Object.fromEntries(
    entries.map(({ name, token }) => [name, storedSecret(token.replace("secret:", ""))]),
  );
}

describe("a carrier that is added", () => {
  test("has secrets of its own, however alike the names are", () => {
    for (const name of ["gate-1", "gate_1", "gate"]) add(name);
    expect(tokens()).toEqual({
      "gate-1": "token of gate-1",
      gate_1: "token of gate_1",
      gate: "token of gate",
    });
    expect(statSync(secretsFile).mode & 0o777).toBe(0o600);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("keeps the keys of the installation, or is not added", async () => {
    const { session } = secrets();
    const before = readFileSync(secretsFile, "utf8");
    writeFileSync(secretsFile, JSON.stringify({ ...JSON.parse(before), carriers: { old: 5 } }));
    add("kept");
    expect(read(secretsFile)).toMatchObject({ session, carriers: { old: 5 } });
    await rm(file);
    writeFileSync(secretsFile, JSON.stringify({ ...JSON.parse(before), carriers: [] }));
    expect(() => add("other")).toThrow(/carriers must be an object/);
    expect(read(secretsFile)).toMatchObject({ session });
    writeFileSync(secretsFile, "{");
    expect(() => storeSecret("other", "value")).toThrow();
    expect(readFileSync(secretsFile, "utf8")).toBe("{");
    writeFileSync(secretsFile, before);
  });

  test("is written behind a link, and who could read the file still can", () => {
    const target = join(folder, "elsewhere.json");
    writeFileSync(target, "{}");
    chmodSync(target, 0o640);
    symlinkSync(target, file);
    add("linked");
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(read(target).carriers).toMatchObject([{ name: "linked" }]);
    expect(statSync(target).mode & 0o777).toBe(0o640);
  });

  test("does not take the name of one of another kind, whose messages it would send again", () => {
    add("main");
    const before = readFileSync(file, "utf8");
    const settings = { account_sid: "AC", auth_token: "t" };
    expect(() => addCarrier({ name: "main", kind: "twilio", settings })).toThrow(
      /of the kind http/,
    );
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  test.each(['{"carriers": null}', '{"carriers": {}}', '{"routes": 5}', "[]", "5", "{"])(
    "leaves a file that does not hold as it is, and says so: %s",
    (text) => {
      writeFileSync(file, text);
      expect(() => add("main")).toThrow(/^Line \d+: /);
      expect(readFileSync(file, "utf8")).toBe(text);
    },
  );
});
