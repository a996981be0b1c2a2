import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealSession, sessionCookie } from "../sessions/session-cookie";
import { mintAccount } from "../testing/mint-account";
import { phones } from "../testing/play-campaign";
import { rawRequest, requestText } from "../testing/raw-request";
import { mintSignedIn } from "../testing/signed-in";
import { startApi } from "../testing/start-api";
import { useOwnDatabase } from "../testing/use-own-database";

const run = promisify(execFile);
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

let dropDatabase: () => Promise<void>;
let server: Awaited<ReturnType<typeof startApi>>;
let folder: string;
let token: string;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase({ RATE_LIMIT_BURST: "0", RATE_LIMIT_SUSTAINED: "0" });
  server = await startApi();
  folder = await mkdtemp(join(tmpdir(), "capi-files-"));
  token = (await mintAccount({ credits: 1000 })).token;
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  await dropDatabase();
});

async function ask([method, path]: [string, string], body?: unknown, as = token) {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${as}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, json: text ? JSON.parse(text) : null };
}

const draft = { name: "Spring", from: "YourBrand", body: "Hi {{first_name|there}}!", start: false };

async function newDraft(as = token): Promise<string> {
  return (await ask(["POST", "/api/campaigns"], draft, as)).json.campaign_id;
}

/** Sends a file as curl does; whatever `more` says is added to the command. */
async function curl(path: string, file: string, more: string[] = []) {
  const words = ["-sS", "-o", "-", "-w", "\n%{http_code}", "--max-time", "60", ...more];
  const headers = ["-H", `Authorization: Bearer ${token}`, "-H", "Expect:"];
  const target = [`${server.url}${path}`, "--data-binary", `@${file}`];
  const { stdout } = await run("curl", [...words, ...headers, ...target]);
  const at = stdout.lastIndexOf("\n");
  return { status: Number(stdout.slice(at + 1)), json: JSON.parse(stdout.slice(0, at)) };
}

const csv = ["-H", "Content-Type: text/csv"];

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const leftOver = () => readdirSync(tmpdir()).filter((name) => name.startsWith("depesza-upload-"));

describe("a file", () => {
  test("fills a draft, which is checked, started, and delivered row by row", async () => {
    const id = await newDraft();
    const content = `Telefon;Imię\n${phones(3).join(";Ola\n")};\n48221234567;Jan\n`;
    const filled = await curl(
      `/api/campaigns/${id}/recipients?file_name=C%3A%5Ckoty.csv`,
      await file("a.csv", content),
      csv,
    );
    expect(filled.status).toBe(200);
    expect(filled.json).toMatchObject({
      ...{ columns: ["Telefon", "Imię"], mapping: ["to", "first_name"] },
      ...{ rows: 4, file_name: "koty.csv", status: "draft" },
    });
    const start = () => ask(["POST", `/api/campaigns/${id}/start`]).then(({ status }) => status);
    await expect.poll(start).toBe(200);
    const status = () => ask(["GET", `/api/campaigns/${id}`]).then(({ json }) => json.status);
    await expect.poll(status, { timeout: 15_000 }).toBe("finished");
    const { json: sent } = await ask(["GET", `/api/campaigns/${id}/recipients?status=delivered`]);
    expect(sent.data).toMatchObject([{ row: 2 }, { row: 3 }, { row: 4 }]);
    const { json: log } = await ask(["GET", `/api/sms?campaign_id=${id}`]);
    expect(log.data.map((each: { campaign_id: string }) => each.campaign_id)).toEqual([id, id, id]);
  }, 40_000);

  test("that declares too many bytes is refused before any is read", async () => {
    const id = await newDraft();
    const head = requestText(`POST /api/campaigns/${id}/recipients`, {
      ...{ authorization: `Bearer ${token}`, "content-type": "text/csv" },
      "content-length": "209715200",
    });
    const { status, body } = await rawRequest(server.url, head);
    expect([status, JSON.parse(body).code]).toEqual([413, "payload_too_large"]);
    expect(leftOver()).toEqual([]);
  });

  test("in chunks without an end is cut off at the limit, and leaves neither a file nor rows", async () => {
    const id = await newDraft();
    const path = await file("large.csv", Buffer.alloc(34_000_000, "48501000000\n"));
    const more = [...csv, "-H", "Transfer-Encoding: chunked"];
    const refused = await curl(`/api/campaigns/${id}/recipients`, path, more).catch(() => null);
    // The connection ends while curl still sends; the response may come or not.
    if (refused) expect([refused.status, refused.json.code]).toEqual([413, "payload_too_large"]);
    await expect.poll(leftOver).toEqual([]);
    expect((await ask(["GET", `/api/campaigns/${id}`])).json.rows).toBe(0);
  }, 40_000);

  test.each([
    ["nothing", "", "text/csv"],
    ["no workbook", "PK\u0003\u0004 this is no archive", xlsx],
    ["noise", Buffer.from(Array.from({ length: 4096 }, (_, place) => (place * 7919) % 256)), xlsx],
  ])(
    "of %s is refused in a sentence, and the rows of the draft stay",
    async (name, content, type) => {
      const id = await newDraft();
      const good = await file("good.csv", "Phone\n48501000001\n48501000002\n");
      expect((await curl(`/api/campaigns/${id}/recipients`, good, csv)).json.rows).toBe(2);
      const path = await file(`${name}.bin`, content);
      const refused = await curl(`/api/campaigns/${id}/recipients`, path, [
        "-H",
        `Content-Type: ${type}`,
      ]);
      expect([refused.status, refused.json.code]).toEqual([422, "invalid_request"]);
      expect(refused.json.detail).not.toMatch(/Error|at \w+ \(/);
      expect((await ask(["GET", `/api/campaigns/${id}`])).json.rows).toBe(2);
      expect(leftOver()).toEqual([]);
    },
  );

  test("of another media type, for a campaign that runs, or of another account is refused", async () => {
    const path = await file("b.csv", "Phone\n48501000001\n");
    const id = await newDraft();
    const to = `/api/campaigns/${id}/recipients`;
    expect((await curl(to, path, ["-H", "Content-Type: application/json"])).status).toBe(415);
    const stranger = await mintAccount();
    const foreign = await newDraft(stranger.token);
    expect((await curl(`/api/campaigns/${foreign}/recipients`, path, csv)).status).toBe(404);
    await ask(["POST", `/api/campaigns/${id}/cancel`]);
    expect((await curl(to, path, csv)).status).toBe(409);
  });
});

describe("the panel", () => {
  test("says in the reader's language why a file is not taken", async () => {
    const { token: own, session } = await mintSignedIn();
    const cookie = `${sessionCookie().name}=${await sealSession(session.sessionId)}`;
    const id = await newDraft(own);
    const refusal = async (language: string) => {
      const answer = await fetch(`${server.url}/api/panel/campaigns/${id}/recipients`, {
        method: "POST",
        headers: { cookie, "content-type": "text/csv", "accept-language": language },
        body: "Phone\n",
      });
      return (await answer.json()).detail;
    };
    expect(await refusal("pl")).toBe("W pliku jest nagłówek, ale pod nim nie ma żadnych wierszy.");
    expect(await refusal("en")).toBe("The file has a header, but no rows below it.");
  });

  test("takes a file by cookie from its own pages alone", async () => {
    const { token: own, session } = await mintSignedIn();
    const cookie = `${sessionCookie().name}=${await sealSession(session.sessionId)}`;
    const id = await newDraft(own);
    const send = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/panel/campaigns/${id}/recipients?file_name=a.csv`, {
        method: "POST",
        headers: { "content-type": "text/csv", ...headers },
        body: "Phone\n48501000001\n",
      });
    expect((await send({})).status).toBe(401);
    expect((await send({ cookie, "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await send({ cookie, "sec-fetch-site": "same-site" })).status).toBe(403);
    expect((await send({ cookie, "content-type": "text/plain" })).status).toBe(415);
    const filled = await send({ cookie, "sec-fetch-site": "same-origin" });
    expect([filled.status, (await filled.json()).campaign.rows]).toEqual([200, 1]);
    const rejected = await fetch(`${server.url}/api/panel/campaigns/${id}/rejected.csv`, {
      headers: { cookie },
    });
    expect([rejected.status, rejected.headers.get("content-disposition")]).toEqual([
      ...[200, 'attachment; filename="rejected.csv"'],
    ]);
  });
});
