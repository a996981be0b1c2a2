import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "../database/project-root";
import { mintAccount } from "../testing/mint-account";
import { execute } from "../testing/run-program";
import { startOwnApi } from "../testing/start-own-api";
import { prismStartMs, startPrismBefore } from "../testing/start-prism";
import { accountSidOf } from "../twilio-api/sids";

let server: Awaited<ReturnType<typeof startOwnApi>>;
let prism: Awaited<ReturnType<typeof startPrismBefore>>;

beforeAll(async () => {
  server = await startOwnApi();
  prism = await startPrismBefore(server.url, "lib/carriers/twilio/specification.json");
}, prismStartMs);
afterAll(async () => {
  await prism.stop();
  await server.stop();
});

interface Violation {
  location: string[];
  code?: string;
  message: string;
}

/** What of a response breaks Twilio's specification. */
function violationsOf(response: Response): Violation[] {
  return JSON.parse(response.headers.get("sl-violations") ?? "[]");
}

/** The addresses of pages are relative, as Twilio's own are, though the specification calls them whole ones. */
function isRelativeAddress({ location, code }: Violation): boolean {
  return code === "format" && location.at(-1)?.endsWith("uri") === true;
}

test("every answer to a request that succeeds holds to Twilio's own specification", async () => {
  const { accountId, token } = await mintAccount({ mode: "test" });
  const account = `/2010-04-01/Accounts/${accountSidOf(accountId)}`;
  const authorization = `Basic ${Buffer.from(`${accountSidOf(accountId)}:${token}`).toString("base64")}`;
  const ask = async (path: string, form?: Record<string, string>) => {
    const response = await fetch(`${prism.url}${account}${path}`, {
      headers: { authorization },
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
    });
    const violations = violationsOf(response);
    expect(
      violations.filter((each) => !isRelativeAddress(each)),
      path,
    ).toEqual([]);
    const body = (await response.json()) as Record<string, unknown>;
    return { status: response.status, body, violations };
  };
  const text = { From: "YourBrand", To: "+48732129000", Body: "Hello" };
  const sent = await ask("/Messages.json", text);
  expect(sent.status).toBe(201);
  const sendAt = new Date(Date.now() + 3_600_000).toISOString();
  const later = await ask("/Messages.json", { ...text, ScheduleType: "fixed", SendAt: sendAt });
  expect(later.body).toMatchObject({ status: "scheduled" });
  expect((await ask(`/Messages/${sent.body["sid"]}.json`)).status).toBe(200);
  const list = await ask("/Messages.json?PageSize=1");
  expect(list.body).toMatchObject({ page: 0, page_size: 1, next_page_uri: expect.any(String) });
  // So responses are looked at.
  expect(list.violations.map(({ location }) => location.at(-1))).toContain("next_page_uri");
  const cancelled = await ask(`/Messages/${later.body["sid"]}.json`, { Status: "canceled" });
  expect(cancelled.body).toMatchObject({ status: "canceled" });
  expect((await ask("/Balance.json")).status).toBe(200);
});

test.each(["twilio.md", "pl/twilio.md"])("the program in %s sends as it stands", async (page) => {
  const text = readFileSync(join(projectRoot(), "app/(docs)/docs/_content", page), "utf8");
  const program = /```js\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
  const { accountId, token } = await mintAccount({ mode: "test" });
  const env = {
    ...{ DEPESZA_URL: server.url, ACCOUNT_SID: accountSidOf(accountId), ACTIO_TOKEN: token },
  };
  // Tests reach nobody's server.
  const local = program.replace("https://example.com/", "https://example.invalid/");
  const words = ["--input-type=module", "-e", `${local}\nconsole.log(message.status);`];
  const { stdout } = await execute([process.execPath, ...words], { env, stdin: "" });
  expect(stdout.trim()).toBe("queued");
});
