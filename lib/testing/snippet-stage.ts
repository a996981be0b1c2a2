import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { type Fault, startFlakyProxy } from "./flaky-proxy";
import { findCommand, findRunner, type Outcome, type RunProgram } from "./run-program";
import { serveProgram } from "./serve-program";
import { startApi } from "./start-api";

/** The examples as their pages know them. */
export interface Examples<Id extends string> {
  languages: readonly { id: Id; label: string; extension: string }[];
  folder: string;
  /** The address that they show. */
  origin: string;
  pathOf(call: string, language: Id): string;
}

// The files run as they are shown, but for what a reader changes too: the host, always, and where a test
// sets it the recipient, the message's id, the size of a page or the address of an endpoint.
export const shown = {
  recipient: "48732129000",
  messageId: "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
  campaignId: "cmp_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
  verificationId: "ver_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
  pageSize: '"100"',
  shellPageSize: "limit=100",
  hook: "https://example.com/hooks/sms",
  endpointId: "whk_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
};

export const anId = /msg_[0-9A-HJKMNP-TV-Z]{26}/;

type Shown = typeof shown & { host: string };
type Changes = Partial<Shown>;

interface Run<Id> {
  call: string;
  language: Id;
  token?: string;
  changes?: Changes;
  env?: Record<string, string>;
  stdin?: string;
}

type Printed = Outcome & { /** Both streams. */ all: string };

/** The real API and a way to run the examples against it, for their test. */
export interface Stage<Id extends string = string> {
  url: string;
  /** Runs the example of a call in a language. */
  run(wanted: Run<Id>): Promise<Printed>;
  /** Starts the example of a webhook handler, by its file; it serves until the stage closes. */
  serve(file: string, env: Record<string, string>): Promise<{ url: string }>;
  /** Runs lines of shell from a page. */
  runShell(text: string, token: string): Promise<Outcome>;
  /** Sends a message directly and returns its ID. */
  send(token: string, fields?: object): Promise<string>;
  /** Puts a way with these faults before the API. */
  throughFaults(
    faults: Fault[],
    prove: (host: string, requests: () => number) => Promise<void>,
  ): Promise<void>;
  /** What has been run so far, by call. */
  executed: Map<string, Set<Id>>;
  languages: Examples<Id>["languages"];
  close(): Promise<void>;
}

/** Starts the API and finds what runs each language; throws when one is missing, with how to get it. */
export async function openStage<Id extends string>({
  languages,
  folder: snippetFolder,
  origin,
  pathOf,
}: Examples<Id>): Promise<Stage<Id>> {
  const change = changer(origin);
  const folder = mkdtempSync(join(tmpdir(), "depesza-snippets-"));
  const executed: Stage<Id>["executed"] = new Map();
  const runners = new Map<string, RunProgram>();
  for (const { id } of languages) runners.set(id, await findRunner(id, folder));
  // Where the examples in Node find the packages that they import.
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  const served: { stop(): Promise<void> }[] = [];
  const { url, stop } = await startApi();

  async function runText(language: string, text: string, execution: Parameters<RunProgram>[1]) {
    const runProgram = runners.get(language);
    if (!runProgram) throw new Error(`There is no runner for ${language}.`);
    return runProgram(text, execution);
  }

  return {
    url,
    executed,
    languages,
    async run({ call, language, token = "", changes, env, stdin = "" }) {
      const text = change(readFileSync(pathOf(call, language), "utf8"), {
        host: url,
        ...changes,
      });
      const outcome = await runText(language, text, { env: { ACTIO_TOKEN: token, ...env }, stdin });
      executed.set(call, (executed.get(call) ?? new Set()).add(language));
      return { ...outcome, all: outcome.stdout + outcome.stderr };
    },
    async serve(file, env) {
      const [call = "", name = ""] = file.split("/");
      const text = readFileSync(join(snippetFolder, file), "utf8");
      const found = languages.find(({ extension }) => name.endsWith(`.${extension}`));
      if (!found) throw new Error(`${file} is in no language of the examples.`);
      const language = found.id;
      const command = await (await findCommand(language, folder))(text);
      const program = await serveProgram(
        (port) =>
          language === "php" ? ["php", "-S", `127.0.0.1:${port}`, ...command.slice(1)] : command,
        env,
      );
      served.push(program);
      executed.set(call, (executed.get(call) ?? new Set()).add(language));
      return program;
    },
    runShell: (text, token) =>
      runText("curl", change(text, { host: url }), { env: { ACTIO_TOKEN: token }, stdin: "" }),
    send: (token, fields) => sendOne(url, token, fields),
    async throughFaults(faults, prove) {
      const proxy = await startFlakyProxy(url, faults);
      await prove(proxy.url, proxy.requests).finally(proxy.stop);
    },
    async close() {
      await Promise.all(served.map((program) => program.stop()));
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same in all languages in parallel. A failure names the language and what was printed. */
export async function inEveryLanguage<Id extends string>(
  { languages }: Pick<Stage<Id>, "languages">,
  prove: (language: Id) => Promise<unknown>,
  { but = [] }: { but?: Id[] } = {},
): Promise<void> {
  const wanted = languages.filter(({ id }) => !but.includes(id));
  const outcomes = await Promise.allSettled(wanted.map(({ id }) => prove(id)));
  const failures = outcomes.flatMap((outcome, place) =>
    outcome.status === "rejected" ? [`${wanted[place]?.label}: ${outcome.reason}`] : [],
  );
  expect(failures).toEqual([]);
}

/** The id that a successful run has printed. */
export function idIn(outcome: Outcome): string {
  expect(outcome).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(anId) });
  return anId.exec(outcome.stdout)?.[0] ?? "";
}

/** Which call ran in which language, for people to read. */
export function executedTable<Id extends string>(
  calls: string[],
  { executed, languages }: Stage<Id>,
): string {
  const line = (first: string, cells: string[]) =>
    [first.padEnd(24), ...cells.map((cell) => cell.padEnd(7))].join(" ");
  const rows = calls.map((call) =>
    line(
      call,
      languages.map(({ id }) => (executed.get(call)?.has(id) ? "run" : "-")),
    ),
  );
  const sum = [...executed.values()].reduce((count, { size }) => count + size, 0);
  const head = line(
    "call",
    languages.map(({ label }) => label),
  );
  return [
    head,
    ...rows,
    `${calls.length} calls × ${languages.length} languages: ${sum} executed\n`,
  ].join("\n");
}

function changer(origin: string): (text: string, changes: Changes) => string {
  const written: Shown = { ...shown, host: origin };
  return (text, changes) =>
    Object.entries(changes).reduce(
      (changed, [name, value]) => changed.replaceAll(written[name as keyof Shown], value),
      text,
    );
}

async function sendOne(url: string, token: string, fields: object = {}): Promise<string> {
  const message = { from: "YourBrand", to: shown.recipient, body: "A message.", ...fields };
  const response = await fetch(`${url}/api/sms`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(message),
  });
  const { message_id } = (await response.json()) as { message_id: string };
  return message_id;
}
