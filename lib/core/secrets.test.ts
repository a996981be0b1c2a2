import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const disk = vi.hoisted(() => ({
  isFull: false,
  hasLinks: true,
  whileWriting: (): unknown => undefined,
}));

/** A disk that writes a file in two steps, and may be full after the first of them. */
vi.mock("node:fs", async (load) => {
  const fs = await load<typeof import("node:fs")>();
  const failure = (code: string) => Object.assign(new Error(code), { code });
  return {
    ...fs,
    writeFileSync(path: string, text: string, options: { flag?: string }) {
      fs.writeFileSync(path, text.slice(0, 20), options);
      const { whileWriting } = disk;
      disk.whileWriting = () => undefined;
      whileWriting();
      if (disk.isFull) throw failure("ENOSPC");
      fs.writeFileSync(path, text);
    },
    linkSync(from: string, to: string) {
      if (!disk.hasLinks) throw failure("EPERM");
      fs.linkSync(from, to);
    },
  };
});

let folder = "";
let path = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "depesza-secrets-"));
  path = join(folder, "secrets.json");
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("AUTH_SECRET", "");
  vi.stubEnv("CARRIER_WEBHOOK_SECRET", "");
  Object.assign(disk, { isFull: false, hasLinks: true, whileWriting: () => undefined });
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** The module as a process has it that has just started. */
async function newProcess() {
  vi.resetModules();
  return import("./secrets");
}

test.each([true, false])(
  "the first start makes keys of which later ones find the same (hard links: %s)",
  async (hasLinks) => {
    disk.hasLinks = hasLinks;
    const made = (await newProcess()).secrets();
    expect(new Set(Object.values(made)).size).toBe(3);
    expect((await newProcess()).secrets()).toEqual(made);
    expect(readdirSync(folder)).toEqual(["secrets.json"]);
  },
);

test("nobody but the user of the process may read the keys", async () => {
  (await newProcess()).secrets();
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("two processes that start at the same moment have the same keys", async () => {
  const first = await newProcess();
  const second = await newProcess();
  let others: unknown;
  disk.whileWriting = () => {
    others = second.secrets();
  };
  expect(first.secrets()).toEqual(others);
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(others);
});

test("a disk that fills up while keys are written is said, and does not damage the next start", async () => {
  disk.isFull = true;
  const full = await newProcess();
  expect(() => full.secrets()).toThrow(
    expect.objectContaining({ code: "unavailable", message: expect.stringContaining("(ENOSPC)") }),
  );
  expect(readdirSync(folder)).toEqual([]);
  disk.isFull = false;
  // Also in the process that has met the full disk.
  expect(full.secrets()).toEqual((await newProcess()).secrets());
});

test.each(["", "{", "{}", '{"session": "short"}', "[]"])(
  "keys that cannot be used (%j) are named and kept: the database may need them",
  async (text) => {
    writeFileSync(path, text, { flag: "w" });
    const { secrets } = await newProcess();
    expect(() => secrets()).toThrow(`${path} is damaged. Restore it from a backup`);
    expect(readFileSync(path, "utf8")).toBe(text);
  },
);

test("a folder that takes no new file still serves the keys it has", async () => {
  const made = (await newProcess()).secrets();
  chmodSync(folder, 0o500);
  disk.isFull = true;
  expect((await newProcess()).secrets()).toEqual(made);
  chmodSync(folder, 0o700);
});

test("keys in the settings count, and the others stay those of the folder", async () => {
  const made = (await newProcess()).secrets();
  vi.stubEnv("AUTH_SECRET", "s".repeat(32));
  const { secrets } = await newProcess();
  expect(secrets()).toEqual({ ...made, session: "s".repeat(32) });
});
