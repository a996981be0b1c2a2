import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { carrierSetup, forgetSetup } from "./carrier-setup";

let folder: string;
let file: string;

const written = JSON.stringify({
  carriers: [{ name: "first", kind: "http", url: "https://sms.example.com", token: "t0ken" }],
  routes: [{ to: "*", carrier: "first" }],
});

function inForce() {
  forgetSetup();
  const { routes, problems } = carrierSetup();
  return { routes: routes.map(({ carrier }) => carrier), problems: problems.map((p) => p.problem) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carriers-"));
  file = join(folder, "carriers.json");
  process.env["CARRIERS_FILE"] = file;
});
beforeEach(() => {
  rmSync(file, { recursive: true, force: true });
  writeFileSync(file, written);
  expect(inForce()).toEqual({ routes: ["first"], problems: [] });
});
afterAll(() => rm(folder, { recursive: true }));

test("a file that a setting names and that is not there at the start leaves no way open, and is used when it comes", async () => {
  rmSync(file);
  vi.resetModules();
  const fresh = await import("./carrier-setup");
  const { routes, problems } = fresh.carrierSetup();
  expect({ routes, problems }).toMatchObject({ routes: [], problems: [{ line: 1 }] });
  writeFileSync(file, written);
  fresh.forgetSetup();
  expect(fresh.carrierSetup().routes).toMatchObject([{ carrier: "first" }]);
});

describe("the file of carriers, once in force", () => {
  test("stays in force while it is gone: the simulator takes no message meant for a phone", () => {
    renameSync(file, `${file}~`);
    expect(inForce()).toEqual({ routes: ["first"], problems: ["The file is gone."] });
    expect(inForce().routes).toEqual(["first"]);
    renameSync(`${file}~`, file);
    expect(inForce()).toEqual({ routes: ["first"], problems: [] });
  });

  test.each<[string, () => void, RegExp]>([
    ["a directory", () => mkdirSync(file), /not a file/],
    ["a pipe that nobody writes to", () => execFileSync("mkfifo", [file]), /not a file/],
    ["a link to itself", () => symlinkSync(file, file), /ELOOP/],
    ["a device without an end", () => symlinkSync("/dev/zero", file), /not a file/],
    [
      "larger than the memory",
      () => {
        writeFileSync(file, "");
        truncateSync(file, 2 ** 36);
      },
      /larger than 1 MiB/,
    ],
  ])("stays in force when it becomes %s", (_what, make, problem) => {
    rmSync(file);
    make();
    const { routes, problems } = inForce();
    expect(routes).toEqual(["first"]);
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });
});
