import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operatorOf } from "@/lib/core/actor";
import { listMessages } from "@/lib/message-log/list-messages";
import { eventually } from "@/lib/testing/eventually";
import { type Fault, startFlakyProxy } from "@/lib/testing/flaky-proxy";
import { mintAccount } from "@/lib/testing/mint-account";
import { inEveryLibrary, type LibraryStage, openLibraryStage } from "@/lib/testing/sdk-stage";

const timeout = 100_000;
const message = { from: "YourBrand", to: "48732129000", body: "Your parcel is on its way, Łódź." };
const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
let stage: LibraryStage;

beforeAll(async () => {
  stage = await openLibraryStage();
}, timeout);

afterAll(() => stage?.close());

async function throughFaults(
  faults: Fault[],
  prove: (url: string, requests: () => number) => Promise<void>,
): Promise<void> {
  const proxy = await startFlakyProxy(stage.url, faults);
  await prove(proxy.url, proxy.requests).finally(proxy.stop);
}

async function idsOf(accountId: string): Promise<string[]> {
  const { data } = await listMessages({ actor: operatorOf(accountId), input: { limit: 50 } });
  return data.map(({ message_id }) => message_id);
}

describe.concurrent("each library", () => {
  test("sends a message that is delivered, and reads it", { timeout }, async () => {
    const { accountId, token } = await mintAccount();
    await inEveryLibrary(async (library) => {
      const { value } = await stage.run(library, { command: "send", input: message, token });
      expect(value).toMatchObject({ status: "queued", to: message.to, segments: 1 });
      const messageId = value.message_id as string;
      await eventually({ accountId, messageId }, { status: "delivered", body: message.body });
      const input = { message_id: messageId };
      const read = await stage.run(library, { command: "read", input, token });
      expect(read.value).toMatchObject({ message_id: messageId, status: "delivered" });
      expect(read.value.events.length).toBeGreaterThan(1);
    });
  });

  test("sends once through a lost answer, a 503, and a 429, and waits as told", {
    timeout,
  }, async () => {
    await inEveryLibrary(async (library) => {
      const { accountId, token } = await mintAccount();
      await throughFaults(["lost", 503, 429], async (url, requests) => {
        const sent = await stage.run(library, { command: "send", input: message, token, url });
        expect(requests()).toBe(4);
        // Twice `Retry-After: 1`, and the library's own wait.
        expect(sent.tookMs).toBeGreaterThan(2000);
        expect(await idsOf(accountId)).toEqual([sent.value.message_id]);
      });
    });
  });

  test("sends a batch once through a lost answer", { timeout }, async () => {
    await inEveryLibrary(async (library) => {
      const { accountId, token } = await mintAccount();
      await throughFaults(["lost"], async (url, requests) => {
        const input = { messages: [message, { ...message, to: "48732129001" }] };
        const { value } = await stage.run(library, { command: "batch", input, token, url });
        expect(requests()).toBe(2);
        const ids = value.map((each: { message_id: string }) => each.message_id);
        expect(ids.sort()).toEqual((await idsOf(accountId)).sort());
      });
    });
  });

  test("sends once with a key in the body of a call, through a lost answer", {
    timeout,
  }, async () => {
    await inEveryLibrary(async (library) => {
      const { accountId, token } = await mintAccount();
      await throughFaults(["lost"], async (url, requests) => {
        const given = { ...message, idempotency_key: randomUUID() };
        const input = { operation: "sendMessage", given };
        const { value } = await stage.run(library, { command: "call", input, token, url });
        expect(requests()).toBe(2);
        expect(await idsOf(accountId)).toEqual([value.message_id]);
        const wanted = { command: "read", input: { message_id: value.message_id }, token };
        const read = await stage.run(library, wanted);
        expect(read.value.idempotency_key).toBe(given.idempotency_key);
      });
    });
  });

  test("repeats the call of a batch if each message has a key, and no other", {
    timeout,
  }, async () => {
    await inEveryLibrary(async (library) => {
      const { accountId, token } = await mintAccount();
      const keyed = { ...message, idempotency_key: randomUUID() };
      for (const messages of [[keyed], [keyed, message]]) {
        const isRepeated = messages.length === 1;
        await throughFaults(["lost"], async (url, requests) => {
          const input = { operation: "sendBatch", given: { messages } };
          const sent = await stage.run(library, { command: "call", input, token, url });
          expect(sent.exitCode).toBe(isRepeated ? 0 : 1);
          expect(requests()).toBe(isRepeated ? 2 : 1);
        });
      }
      expect(await idsOf(accountId)).toHaveLength(2);
    });
  });

  test("repeats no change that has no key", { timeout }, async () => {
    await inEveryLibrary(async (library) => {
      const { token } = await mintAccount();
      for (const fault of ["lost", 503] satisfies Fault[]) {
        await throughFaults([fault], async (url, requests) => {
          const input = { name: `Reminder ${fault}`, body: "See you tomorrow." };
          const made = await stage.run(library, { command: "template", input, token, url });
          expect(made.exitCode).toBe(1);
          expect(made.value.error.status).toBe(fault === "lost" ? 0 : 503);
          expect(requests()).toBe(1);
        });
      }
    });
  });

  test("goes on reading after a 429", { timeout }, async () => {
    const { token } = await mintAccount();
    await inEveryLibrary((library) =>
      throughFaults([429], async (url, requests) => {
        const { value } = await stage.run(library, { command: "account", token, url });
        expect(value.credits).toBe(100);
        expect(requests()).toBe(2);
      }),
    );
  });

  test("goes through all pages of a list", { timeout }, async () => {
    await inEveryLibrary(async (library) => {
      const { accountId, token } = await mintAccount();
      const messages = Array.from({ length: 5 }, (_, place) => ({
        ...message,
        ...{ to: `4873212900${place}`, metadata: { order: place, "a b": "ł&=" } },
      }));
      await stage.run(library, { command: "batch", input: { messages }, token });
      const metadata = { order: "3", "a b": "ł&=" };
      const found = await stage.run(library, { command: "list", input: { metadata }, token });
      expect(found.value).toHaveLength(1);
      await throughFaults([], async (url, requests) => {
        const listed = await stage.run(library, {
          command: "list",
          input: { limit: 2 },
          token,
          url,
        });
        expect(listed.value).toEqual(await idsOf(accountId));
        expect(listed.value).toHaveLength(5);
        expect(requests()).toBeGreaterThanOrEqual(3);
      });
    });
  });

  test("returns a file as text", { timeout }, async () => {
    const { token } = await mintAccount();
    await inEveryLibrary(async (library) => {
      const { value } = await stage.run(library, { command: "csv", token });
      expect(value.replace(/^\uFEFF/, "")).toMatch(/^number,sender,reason/);
    });
  });
});

describe.concurrent("each library says what stands in the way, after one request:", () => {
  test("402, with the key to try again with", { timeout }, async () => {
    const { token } = await mintAccount({ credits: 0 });
    await inEveryLibrary((library) =>
      throughFaults([], async (url, requests) => {
        const refused = await stage.run(library, { command: "send", input: message, token, url });
        expect(refused).toMatchObject({
          exitCode: 1,
          value: {
            error: {
              status: 402,
              code: "insufficient_credits",
              key: expect.stringMatching(uuidV4),
              detail: expect.stringContaining("1 credit"),
            },
          },
        });
        expect(requests()).toBe(1);
      }),
    );
  });

  test("422, with the sentences by field", { timeout }, async () => {
    const { token } = await mintAccount();
    await inEveryLibrary((library) =>
      throughFaults([], async (url, requests) => {
        const input = { ...message, to: "12" };
        const refused = await stage.run(library, { command: "send", input, token, url });
        const errors = { to: [expect.stringContaining("E.164")] };
        expect(refused.value.error).toMatchObject({ code: "invalid_request", errors });
        expect(requests()).toBe(1);
      }),
    );
  });

  test("401, a token nobody knows", { timeout }, async () => {
    await inEveryLibrary(async (library) => {
      const wanted = { command: "account", token: "actio_live_wrong" };
      const { value } = await stage.run(library, wanted);
      expect(value.error).toMatchObject({ status: 401, code: "unauthorized" });
    });
  });

  test("an ID that would be another path", { timeout }, async () => {
    const { token } = await mintAccount();
    await inEveryLibrary(async (library) => {
      const read = async (message_id: string) => {
        const wanted = { command: "read", input: { message_id }, token };
        return (await stage.run(library, wanted)).value.error?.code;
      };
      for (const id of ["", ".", ".."]) expect(await read(id)).toBe("misuse");
      expect(await read("../account")).toBe("not_found");
      expect(await read("a?limit=1")).toBe("not_found");
    });
  });

  test("a token or a key that would be another header, before any request", {
    timeout,
  }, async () => {
    const { token } = await mintAccount();
    await inEveryLibrary((library) =>
      throughFaults([], async (url, requests) => {
        const broken = { command: "account", token: `${token}\n`, url };
        expect((await stage.run(library, broken)).value.error.code).toBe("misuse");
        const input = { ...message, idempotency_key: "a\r\nX-Other: b" };
        const sent = await stage.run(library, { command: "send", input, token, url });
        expect(sent.value.error.code).toBe("misuse");
        expect(requests()).toBe(0);
      }),
    );
  });
});
