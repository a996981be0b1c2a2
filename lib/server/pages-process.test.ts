import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { request as send } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { relayedHeader } from "../core/relayed-header";
import { projectRoot } from "../database/project-root";
import { callerOf } from "../testing/call-api";
import { mintAccount } from "../testing/mint-account";

// Real processes on a busy machine: what counts is that they get there.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });
const patience = { timeout: 60_000 };

const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill("SIGTERM");
});

/** A main process whose pages are the stand-in's. */
async function start(settings: Record<string, string> = {}) {
  const program = join(projectRoot(), "lib/testing/serve-pages.ts");
  const words = ["--conditions=react-server", "--import", "tsx", program];
  const main = spawn(process.execPath, words, {
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "fatal", ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  started.push(main);
  const [url] = await once(main.stdout, "data");
  const base = String(url).trim();
  const get = (path: string, init?: RequestInit) => fetch(`${base}${path}`, init);
  const pid = async () => Number(await (await get("/pid")).text());
  return { main, url: base, get, pid };
}

type Started = Awaited<ReturnType<typeof start>>;

/** One for all tests that leave it running. An account may make three requests a minute. */
let shared: Started;
beforeAll(async () => {
  shared = await start({ RATE_LIMIT_BURST: "0", RATE_LIMIT_SUSTAINED: "3" });
});

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("the process of the pages", () => {
  test("is started again after it was killed; the API serves meanwhile, and a page is 503 in the reader's language", async () => {
    const { get, pid } = shared;
    const before = await pid();
    process.kill(before, "SIGKILL");
    await expect.poll(() => isAlive(before), patience).toBe(false);
    const away = await get("/any", { headers: { "accept-language": "pl" } });
    expect(away.status).toBe(503);
    expect(Number(away.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(away.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await away.text()).toContain("<h1>Ta strona jest chwilowo niedostępna</h1>");
    expect((await get("/api/health/live")).status).toBe(200);
    await expect.poll(async () => (await get("/pid")).status, patience).toBe(200);
    expect(await pid()).not.toBe(before);
  });

  test("ends with the main process, even by kill -9", async () => {
    const { main, pid } = await start();
    const pages = await pid();
    main.kill("SIGKILL");
    await expect.poll(() => isAlive(pages), patience).toBe(false);
  });

  test("ignores the signals of a terminal, which go to both", async () => {
    const { pid } = shared;
    const pages = await pid();
    process.kill(pages, "SIGINT");
    process.kill(pages, "SIGTERM");
    expect(await pid()).toBe(pages);
  });

  test("ends when the main process is told to, which waits for the page in progress", async () => {
    const { main, get, pid } = await start();
    const pages = await pid();
    const slow = await get("/slow");
    main.kill("SIGTERM");
    await expect.poll(async () => (await get("/pid").catch(() => undefined))?.status).not.toBe(200);
    expect(isAlive(pages)).toBe(true);
    await slow.body?.cancel();
    expect(await once(main, "exit")).toEqual([0, null]);
    expect(isAlive(pages)).toBe(false);
  });

  test("counts what an account sends together with what its tokens send", async () => {
    const { get, url } = shared;
    const account = await mintAccount({ credits: 1 });
    const call = callerOf(() => ({ url }));
    const count = async () => (await get(`/count?account=${account.accountId}`)).json();
    expect((await call(account, ["GET", "/api/account"])).status).toBe(200);
    expect(await count()).toMatchObject({ policy: "sustained", remaining: 1 });
    expect((await call(account, ["GET", "/api/account"])).status).toBe(200);
    expect(await count()).toMatchObject({ code: "rate_limited", details: { rate: {} } });
    expect((await call(account, ["GET", "/api/account"])).status).toBe(429);
  });
});

describe("a page", () => {
  test("streams: each part arrives as it is written, with every cookie", async () => {
    const { get } = shared;
    const slow = await get("/slow");
    expect(slow.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    const reader = slow.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe("first,");
    await get("/go-on");
    expect((await reader?.read())?.value).toBe("second");
    expect((await reader?.read())?.done).toBe(true);
  });

  test("is given up there when its client leaves", async () => {
    const { get } = shared;
    const leaving = new AbortController();
    const asked = get("/stay", { signal: leaving.signal }).catch(() => undefined);
    await get("/pid");
    leaving.abort();
    await asked;
    await expect.poll(async () => (await get("/left")).text()).toBe("/stay");
  });

  test("that breaks off there breaks off for its client, who does not take it for whole", async () => {
    const { get } = shared;
    const answer = await get("/break");
    await expect(answer.text()).rejects.toThrow();
  });

  test("of any size arrives whole, and so does the body of a form", async () => {
    const { get } = shared;
    expect(await (await get("/large")).text()).toHaveLength(8_000_000);
    const body = "ż".repeat(200_000);
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    expect(await (await get("/send", { method: "POST", headers, body })).text()).toBe(body);
  });

  test("gets the client's headers but those of its connection, and the forwarded ones that are true", async () => {
    const { url } = shared;
    const headers = {
      connection: "upgrade, close",
      ...{ upgrade: "h2c", te: "trailers", host: "sms.example.com", "x-own": "zażółć" },
      "x-forwarded-for": "192.0.2.1",
    };
    headers["x-own"] = Buffer.from(headers["x-own"]).toString("latin1");
    const request = send(`${url}/headers`, { headers }).end();
    const [response] = await once(request, "response");
    expect(JSON.parse(await text(response))).toEqual({
      connection: "keep-alive",
      host: "sms.example.com",
      [relayedHeader]: "yes",
      "x-own": headers["x-own"],
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-proto": "http",
    });
  });
});
