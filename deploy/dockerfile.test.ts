import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ignore from "@balena/dockerignore";
import { validate } from "dockerfile-utils";
import { expect, test } from "vitest";
import { EnvSchema } from "@/lib/core/env";
import { projectRoot } from "@/lib/database/project-root";
import { copiesOf, deployFile, imageStages, imageVariables } from "@/lib/testing/deploy-files";

const stages = imageStages();
const last = stages.at(-1) ?? { name: undefined, image: "", instructions: [] };
const wordsOf = (keyword: string) =>
  last.instructions.filter((each) => each.keyword === keyword).map(({ words }) => words);

const ignored = ignore({ ignorecase: false }).add(
  readFileSync(join(projectRoot(), ".dockerignore"), "utf8"),
);

test("the Dockerfile has no mistake", () => {
  expect(validate(deployFile("Dockerfile"))).toEqual([]);
});

test("every base image has a version, the same one, whose Node gets security updates", async () => {
  const { complainAboutNode, warnAboutNode } = (await import(
    join(projectRoot(), "scripts/node-version.mjs")
  )) as Record<string, (version: string) => string | undefined>;
  expect(new Set(stages.map(({ image }) => image)).size).toBe(1);
  const [, major = ""] = /^node:(\d+)-[a-z]+-slim$/.exec(last.image) ?? [];
  expect(complainAboutNode?.(`${major}.0.0`)).toBeUndefined();
  expect(warnAboutNode?.(`${major}.0.0`)).toBeUndefined();
});

test("it runs as a user by number, never as root, and nothing after that changes the user", () => {
  expect(wordsOf("USER")).toEqual([["1000:1000"]]);
});

test("Docker's signal reaches Depesza itself, and its health is checked", () => {
  // In the form of a list: a shell in between would keep the signal.
  expect(wordsOf("CMD")).toEqual([["node", "dist/server.mjs"]]);
  expect(wordsOf("ENTRYPOINT")).toEqual([]);
  expect(wordsOf("STOPSIGNAL")).toEqual([["SIGTERM"]]);
  const [check] = last.instructions.filter(({ keyword }) => keyword === "HEALTHCHECK");
  const script = /\["node", "(.+)"\]$/.exec(check?.text ?? "")?.[1] ?? "";
  expect(existsSync(join(projectRoot(), script)), script).toBe(true);
});

test("its packages are those of an installation without development packages", () => {
  const packages = copiesOf(last).find(({ to }) => to.endsWith("node_modules"));
  const stage = stages.find(({ name }) => name === packages?.from);
  const runs = stage?.instructions.filter(({ keyword }) => keyword === "RUN") ?? [];
  expect(runs.map(({ text }) => text.split(" && ")[0])).toEqual([
    "npm ci --omit=dev --include=optional",
  ]);
});

test("what it copies from the project is there, and not left out by .dockerignore", () => {
  const paths = stages
    .flatMap(copiesOf)
    .filter(({ from }) => from === undefined)
    .flatMap((copy) => copy.paths)
    .filter((path) => path !== ".");
  expect(paths.length).toBeGreaterThan(5);
  for (const path of paths) {
    expect(existsSync(join(projectRoot(), path)), path).toBe(true);
    expect(ignored.ignores(path), path).toBe(false);
  }
});

test("what Depesza reads from its own folder as it runs is in the image", () => {
  const files = readdirSync(join(projectRoot(), "lib"), { recursive: true, encoding: "utf8" });
  const read = files
    .filter((file) => file.endsWith(".ts") && !ignored.ignores(join("lib", file)))
    .map((file) => readFileSync(join(projectRoot(), "lib", file), "utf8"))
    .flatMap((text) => [...text.matchAll(/join\(projectRoot\(\), ["`]([^"`$]+)/g)])
    .map(([, path = ""]) => path)
    // Read only where the project is not built.
    .filter((path) => path !== "lib/spreadsheets/worker-main.ts");
  expect(read).toContain("lib/documents/fonts");
  const copied = copiesOf(last).map(({ to }) => to.replace("./", ""));
  for (const path of read) {
    expect(
      copied.some((each) => each === "" || path.startsWith(each)),
      path,
    ).toBe(true);
  }
});

test("what it copies from a stage, that stage has made", () => {
  const made = new Set(["dist", ".next", "node_modules"]);
  const copies = copiesOf(last).filter(({ from }) => from !== undefined);
  expect(copies).toHaveLength(made.size);
  for (const { from, paths, to } of copies) {
    expect(stages.map(({ name }) => name)).toContain(from);
    expect(paths.map((path) => path.replace("/app/", ""))).toEqual([to.replace("./", "")]);
    expect(made).toContain(to.replace("./", ""));
  }
});

test.each([
  ".env",
  ".env.local",
  "deploy/.env",
  ".data/secrets.json",
  ".git/config",
  "node_modules/next/package.json",
  "depesza.tar",
  "lib/core/env.test.ts",
  "lib/testing/mint-account.ts",
  "e2e/fixtures.ts",
])("%s does not get into the image", (path) => {
  expect(ignored.ignores(path)).toBe(true);
});

test("the settings of the image are settings, and its port is the default", () => {
  const own = ["NODE_ENV", "NEXT_MANUAL_SIG_HANDLE", "NEXT_TELEMETRY_DISABLED"];
  const names = Object.keys(imageVariables()).filter((name) => !own.includes(name));
  expect(names).toEqual(["DATA_DIR"]);
  expect(wordsOf("EXPOSE")).toEqual([[String(EnvSchema.shape.PORT.parse(undefined))]]);
  expect(wordsOf("VOLUME")).toEqual([[imageVariables()["DATA_DIR"]]]);
});
