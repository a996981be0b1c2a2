import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { AppError } from "../core/errors";
import { streamLines } from "../core/stream-lines";
import { fileResponse } from "./file-response";

afterEach(() => {
  vi.useRealTimers();
});

/** Opens a file of three pages for an account; nobody reads it yet. */
function open(accountId: string, method = "GET"): Promise<Response> {
  async function* pages(): AsyncGenerator<string[], undefined> {
    yield ["1"];
    yield ["2"];
    yield ["3"];
  }
  return fileResponse({ accountId, method }, "file.csv", () =>
    streamLines({ pages: pages(), toLine: (line) => `${line}\n` }),
  );
}

const refusalOf = (opening: Promise<Response>) =>
  opening.then(
    () => undefined,
    (error: AppError) => error,
  );

describe("files of one account", () => {
  test("are two at once; the next wait for one to end, more are refused and told when", async () => {
    const account = randomUUID();
    const first = await open(account);
    const second = await open(account);
    const waiting = [open(account), open(account)];
    expect(await refusalOf(open(account))).toMatchObject({
      code: "rate_limited",
      details: { retryAfterMs: 10_000 },
    });
    expect((await open(randomUUID())).status).toBe(200);
    expect(await first.text()).toBe("1\n2\n3\n");
    const third = await waiting[0];
    await second.body?.cancel();
    const fourth = await waiting[1];
    expect([await third?.text(), await fourth?.text()]).toEqual(Array(2).fill("1\n2\n3\n"));
  });

  test("that wait longer than ten seconds are refused", async () => {
    const account = randomUUID();
    await open(account);
    await open(account);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const late = refusalOf(open(account));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await late).toMatchObject({ code: "rate_limited" });
  });

  test("lose their place when their reader stalls for a minute, and break off instead of seeming whole", async () => {
    const account = randomUUID();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const stalled = await open(account);
    const reader = stalled.body?.getReader();
    await reader?.read();
    await open(account);
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await open(account)).status).toBe(200);
    await expect(reader?.read()).rejects.toThrow("A download was not read on.");
  });

  test("keep their place for as long as somebody reads on", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const reader = (await open(randomUUID())).body?.getReader();
    for (const page of ["1\n", "2\n", "3\n"]) {
      await vi.advanceTimersByTimeAsync(59_000);
      const { value } = (await reader?.read()) ?? {};
      expect(new TextDecoder().decode(value)).toBe(page);
    }
  });

  test("take no place when only their head is asked for, or when there is no such file", async () => {
    const account = randomUUID();
    const missing = () =>
      fileResponse({ accountId: account, method: "GET" }, "file.csv", () => {
        throw new Error("not there");
      });
    for (let round = 0; round < 3; round += 1) {
      const head = await open(account, "HEAD");
      expect([head.body, head.headers.get("content-disposition")]).toEqual([
        null,
        'attachment; filename="file.csv"',
      ]);
      await expect(missing()).rejects.toThrow("not there");
    }
    expect((await open(account)).status).toBe(200);
  });

  test("that break off say nothing of the statement that failed, and free their place", async () => {
    const account = randomUUID();
    async function* pages(): AsyncGenerator<string[], undefined> {
      yield ["1"];
      throw new Error("Failed query: select secret");
    }
    for (let round = 0; round < 3; round += 1) {
      const file = await fileResponse({ accountId: account, method: "GET" }, "file.csv", () =>
        streamLines({ pages: pages(), toLine: (line) => line }),
      );
      await expect(file.text()).rejects.toThrow("The download broke off.");
    }
  });
});
