import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv as parseEnvFile } from "node:util";
import { afterAll, expect, test } from "vitest";
import { EnvSchema } from "@/lib/core/env";
import { projectRoot } from "@/lib/database/project-root";
import { deployFile, deployPath, findProgram, unknownSettings } from "@/lib/testing/deploy-files";

const folder = mkdtempSync(join(tmpdir(), "depesza-systemd-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unit = deployFile("systemd/depesza.service");
const template = deployFile("systemd/depesza@.service");
/** The rating that the documentation names; the lower, the safer. */
const rating = 1.3;

/** The line that both have in common does not start with what only one has. */
const linesOf = (text: string) => text.split("\n").filter((line) => line && !line.startsWith("#"));

test("the unit of a role is that of the whole, but for the role", () => {
  const own = linesOf(template).filter((line) => !linesOf(unit).includes(line));
  expect(own).toEqual([
    "Description=Depesza, an SMS platform: %i",
    "Environment=DATA_DIR=/var/lib/depesza ROLE=%i",
    "EnvironmentFile=-/etc/depesza/%i.env",
  ]);
  const others = linesOf(unit).filter((line) => !linesOf(template).includes(line));
  expect(others).toEqual([
    "Description=Depesza, an SMS platform",
    "Environment=DATA_DIR=/var/lib/depesza",
  ]);
});

test("what the units set are settings, and what they start is there", () => {
  for (const text of [unit, template]) {
    const variables = linesOf(text).filter((line) => line.startsWith("Environment="));
    const names = variables.flatMap((line) =>
      [...line.matchAll(/(\w+)=(?=[/%])/g)].map(([, name]) => name ?? ""),
    );
    expect(names).toContain("DATA_DIR");
    expect(unknownSettings(names)).toEqual([]);
    const script = /^ExecStart=\/usr\/bin\/node (.+)$/m.exec(text)?.[1] ?? "";
    expect(existsSync(join(projectRoot(), script)), script).toBe(true);
  }
});

test("systemd gives it longer to end than it needs", () => {
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(10);
});

const names = ["depesza.service", ...roles().map((role) => `depesza@${role}.service`)];

function roles(): string[] {
  return EnvSchema.shape.ROLE.unwrap().options.filter((role) => role !== "all");
}

test.for(names)(
  "systemd finds nothing wrong with %s, and rates it as documented",
  (name, { skip }) => {
    const program = findProgram("systemd-analyze");
    if (!program) {
      if (process.env["CI"]) expect.fail("systemd is missing: apt-get install systemd");
      return skip();
    }
    const path = join(folder, name);
    // Node may be elsewhere on this machine; the unit says where it has to be.
    const text = (name.includes("@") ? template : unit).replace("/usr/bin/node", process.execPath);
    writeFileSync(path, text);
    const verified = spawnSync(program, ["verify", path], { encoding: "utf8" });
    expect(verified).toMatchObject({ status: 0, stderr: "", stdout: "" });
    const judged = spawnSync(program, ["security", "--offline=true", "--no-pager", path], {
      encoding: "utf8",
    });
    const exposure = /Overall exposure level for .+?: ([\d.]+)/.exec(judged.stdout)?.[1];
    expect(Number(exposure)).toBeLessThanOrEqual(rating);
  },
);

test("the documentation names the rating", () => {
  for (const language of ["", "pl"]) {
    const page = join(projectRoot(), "app/(docs)/docs/_content", language, "deploy.md");
    expect(readFileSync(page, "utf8")).toMatch(new RegExp(`systemd-analyze security.+ ${rating} `));
  }
});

test("the user that the units run as is made by the file beside them", ({ skip }) => {
  const program = findProgram("systemd-sysusers");
  if (!program || process.getuid?.() !== 0) return skip();
  const root = join(folder, "root");
  mkdirSync(join(root, "etc/sysusers.d"), { recursive: true });
  copyFileSync(deployPath("systemd/depesza.conf"), join(root, "etc/sysusers.d/depesza.conf"));
  const made = spawnSync(program, [`--root=${root}`], { encoding: "utf8" });
  expect(made).toMatchObject({ status: 0 });
  const user = /^User=(.+)$/m.exec(unit)?.[1];
  expect(readFileSync(join(root, "etc/passwd"), "utf8")).toMatch(
    new RegExp(`^${user}:.*:/var/lib/depesza:/usr/sbin/nologin$`, "m"),
  );
});

test("the settings that are shipped with the units lead the command line to the same data", () => {
  const settings = parseEnvFile(deployFile("systemd/depesza.env"));
  expect(unknownSettings(Object.keys(settings))).toEqual([]);
  expect(unit).toContain(`Environment=DATA_DIR=${settings["DATA_DIR"]}\n`);
});
