import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { version } from "@/lib/core/version";
import { projectRoot } from "@/lib/database/project-root";
import { eventually } from "@/lib/testing/eventually";
import { mintAccount } from "@/lib/testing/mint-account";
import { execute, findInterpreter } from "@/lib/testing/run-program";
import {
  exampleOf,
  inEveryLibrary,
  type LibraryStage,
  libraries,
  openLibraryStage,
} from "@/lib/testing/sdk-stage";

const timeout = 100_000;
let stage: LibraryStage;

beforeAll(async () => {
  stage = await openLibraryStage();
}, timeout);

afterAll(() => stage?.close());

describe("the documentation", () => {
  const read = (path: string) => readFileSync(join(projectRoot(), path), "utf8");
  const pages = ["libraries.md", "pl/libraries.md"].map((page) =>
    read(join("app/(docs)/docs/_content", page)),
  );

  test.each(libraries)(
    "shows the example in %s that is run here, as does its README",
    (library) => {
      const example = read(exampleOf[library]).trim();
      for (const text of [...pages, read(`sdk/${library}/README.md`)])
        expect(text).toContain(example);
    },
  );

  test("has examples that send, and that print what stands in the way", { timeout }, async () => {
    const { accountId, token } = await mintAccount();
    const poor = await mintAccount({ credits: 0 });
    await inEveryLibrary(async (library) => {
      const sent = await stage.example(library, token);
      expect(sent).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("queued") });
      const messageId = /msg_\w+/.exec(sent.stdout)?.[0] ?? "";
      await eventually({ accountId, messageId }, { status: "delivered" });
      const refused = await stage.example(library, poor.token);
      expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("1 credit") });
    });
  });
});

test("every library has the version of the product, everywhere it is named", () => {
  const named = {
    "sdk/typescript/package.json": `"version": "${version}"`,
    "sdk/typescript/client.mjs": `"depesza-typescript/${version}"`,
    "sdk/python/pyproject.toml": `version = "${version}"`,
    "sdk/python/depesza/__init__.py": `__version__ = "${version}"`,
    "sdk/python/depesza/client.py": `"depesza-python/${version}"`,
    "sdk/php/composer.json": `"version": "${version}"`,
    "sdk/php/src/Client.php": `'depesza-php/${version}'`,
    "sdk/go/client.go": `"depesza-go/${version}"`,
  };
  for (const [path, text] of Object.entries(named)) {
    expect(readFileSync(join(projectRoot(), path), "utf8")).toContain(text);
  }
});

test.each(libraries)(
  "the README in %s has no link that is dead outside of this repository",
  (library) => {
    const readme = readFileSync(join(projectRoot(), `sdk/${library}/README.md`), "utf8");
    expect(readme).not.toMatch(/\]\(\.\.?\//);
  },
);

test("the token and the secrets of PHP are in no stack trace", async () => {
  const { interpreter } = await findInterpreter("php");
  const program = `require 'sdk/php/autoload.php';
    try { new Depesza\\Client('nowhere', 'actio_live_hidden'); } catch (Exception $error) { print_r($error->getTrace()); }
    try { (new Depesza\\Client('http://127.0.0.1:1', 'actio_live_hidden', 1, 0))->call('getAccount'); }
    catch (Exception $error) { print_r($error->getTrace()); }
    try { Depesza\\Webhook::read('whsec_hidden', [], ''); } catch (Exception $error) { print_r($error->getTrace()); }`;
  const settings = [
    "-d",
    "zend.exception_ignore_args=0",
    "-d",
    "zend.exception_string_param_max_len=99",
  ];
  const file = join(projectRoot(), "sdk/php/autoload.php");
  const words = [interpreter, ...settings, "-r", program.replace("sdk/php/autoload.php", file)];
  const { exitCode, stdout } = await execute(words, { env: {}, stdin: "" });
  expect({ exitCode, traces: stdout.match(/SensitiveParameterValue/g)?.length }).toEqual({
    exitCode: 0,
    traces: 2,
  });
  expect(stdout).not.toContain("hidden");
});
