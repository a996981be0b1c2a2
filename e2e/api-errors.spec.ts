import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { makeToken } from "../lib/tokens/token-format";
import { type Answer, call, client, guideMessage } from "./client";
import { atEachDoor, type Door } from "./doors";
import { mintAccount, mintToken, test } from "./fixtures";

interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string | RegExp;
  instance?: string;
}

/** The whole of a problem body (RFC 9457) and the headers that go with it; `members` are those beyond the common ones. */
function expectProblem(
  answer: Answer,
  door: Door,
  { detail, instance = "/api/sms", ...problem }: Problem & Record<string, unknown>,
): void {
  expect(answer.status).toBe(problem.status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.json).toEqual({
    type: `${door.url}/docs/errors#${problem.code}`,
    detail: typeof detail === "string" ? detail : expect.stringMatching(detail),
    instance,
    request_id: answer.headers.get("x-request-id"),
    ...problem,
  });
}

const invalidFields = {
  status: 422,
  code: "invalid_request",
  title: "Some fields are not valid",
} as const;

atEachDoor((door) => {
  test("400 invalid_json: not JSON, not an object, not UTF-8, empty", async ({ account }) => {
    const { post } = client(door.url, account.token);
    const invalidJson = {
      status: 400,
      code: "invalid_json",
      title: "The request body is not a JSON object",
    };
    const notUtf8 = Buffer.concat([Buffer.from('{"body":"'), Buffer.of(0xff), Buffer.from('"}')]);
    for (const body of ["{", "", "from=YourBrand", notUtf8]) {
      const detail = "The request body is not valid JSON in UTF-8.";
      expectProblem(await post(body), door, { ...invalidJson, detail });
    }
    for (const body of ["[]", "null", '"text"', "1"]) {
      const detail = "The request body must be a JSON object.";
      expectProblem(await post(body), door, { ...invalidJson, detail });
    }
  });

  test("401 unauthorized: whatever is wrong with the token, the answer is the same", async ({
    account,
  }) => {
    const { token } = account;
    const bearer = (value: string) => ({ authorization: value });
    const typo = token.slice(0, -1) + (token.endsWith("a") ? "b" : "a");
    const asked: [path: string, headers: Record<string, string>][] = [
      ["/api/sms", {}],
      ["/api/sms", bearer("")],
      ["/api/sms", bearer("Bearer")],
      ["/api/sms", bearer(token)],
      ["/api/sms", bearer(`Basic ${Buffer.from(`${token}:`).toString("base64")}`)],
      ["/api/sms", bearer(`Bearer ${typo}`)],
      ["/api/sms", bearer(`Bearer ${makeToken("live")}`)],
      ["/api/sms", bearer(`Bearer ${token} ${token}`)],
      [`/api/sms?token=${token}`, {}],
      [`/api/sms?access_token=${token}`, {}],
    ];
    for (const [path, headers] of asked) {
      const answer = await call(`${door.url}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(guideMessage),
      });
      expectProblem(answer, door, {
        status: 401,
        code: "unauthorized",
        title: "Missing or invalid token",
        detail: "The token is missing or not valid.",
      });
      expect(answer.headers.get("www-authenticate")).toBe('Bearer error="invalid_token"');
    }
  });

  test("402 insufficient_credits: says what it needs, what there is and where to top up; nothing is stored", async () => {
    const { token } = await mintAccount({ credits: 1 });
    const { send } = client(door.url, token);
    const key = randomUUID();
    expectProblem(await send({ body: "a".repeat(161), idempotency_key: key }), door, {
      status: 402,
      code: "insufficient_credits",
      title: "Not enough credits",
      detail: /\b2\b.*\b1\b/,
      required: 2,
      available: 1,
      balance: 1,
      topup_url: `${door.url}/credits`,
    });
    // The key was not remembered and the credit not taken.
    expect((await send({ idempotency_key: key })).status).toBe(200);
  });

  test("403 forbidden: the token lacks the scope", async ({ account: { email, token } }) => {
    const { json } = await client(door.url, token).send();
    const reader = await mintToken({ email, scopes: "read" });
    const forbidden = { status: 403, code: "forbidden", title: "Not allowed" };
    expectProblem(await client(door.url, reader).send(), door, {
      ...forbidden,
      detail: "This token lacks the scope “send”.",
    });
    const sender = await mintToken({ email, scopes: "send" });
    expectProblem(await client(door.url, sender).read(json["message_id"]), door, {
      ...forbidden,
      detail: "This token lacks the scope “read”.",
      instance: `/api/sms/${json["message_id"]}`,
    });
  });

  test("404 not_found: another account's message is answered like one that never was", async ({
    account,
  }) => {
    const mine = client(door.url, account.token);
    const { json } = await mine.send();
    const stranger = client(door.url, (await mintAccount()).token);
    for (const id of [json["message_id"], "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA", "msg_x", "1"]) {
      expectProblem(await stranger.read(id), door, {
        status: 404,
        code: "not_found",
        title: "Not found",
        detail: "Message not found.",
        instance: `/api/sms/${id}`,
      });
    }
    expect((await mine.read(json["message_id"])).status).toBe(200);
  });

  test("405 method_not_allowed: says in Allow what the path knows", async () => {
    const asked = [
      ["/api/sms", "GET, POST", ["PUT", "PATCH", "DELETE", "OPTIONS"]],
      ["/api/sms/batch", "POST", ["GET", "PUT", "PATCH", "DELETE"]],
      ["/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA", "GET, PATCH, DELETE", ["POST", "PUT"]],
    ] as const;
    for (const [instance, allow, methods] of asked) {
      for (const method of methods) {
        const answer = await call(`${door.url}${instance}`, { method });
        expectProblem(answer, door, {
          status: 405,
          code: "method_not_allowed",
          title: "Method not allowed",
          detail: `This path supports ${allow}.`,
          instance,
        });
        expect(answer.headers.get("allow")).toBe(allow);
      }
    }
  });

  test("413 payload_too_large: above 64 KiB, declared or in chunks, and the next request is answered", async ({
    account,
  }) => {
    const { post, send } = client(door.url, account.token);
    const json = JSON.stringify(guideMessage);
    const tooLarge = {
      status: 413,
      code: "payload_too_large",
      title: "The request body is too large",
      detail: "The request body may have at most 65536 bytes.",
    };
    expectProblem(await post(json.padEnd(65_537)), door, tooLarge);
    expectProblem(await post(json.padEnd(1_000_000)), door, tooLarge);
    expectProblem(await post(inChunks(json.padEnd(65_537))), door, tooLarge);
    expectProblem(await post(inChunks(json.padEnd(300_000))), door, tooLarge);
    expect((await send()).status).toBe(200);
    expect((await post(json.padEnd(65_536))).status).toBe(200);
    expect((await post(inChunks(json.padEnd(65_536)))).status).toBe(200);
  });

  test("415 unsupported_media_type: anything but JSON", async ({ account }) => {
    const { post } = client(door.url, account.token);
    const json = JSON.stringify(guideMessage);
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"]) {
      expectProblem(await post(json, { "content-type": type }), door, {
        status: 415,
        code: "unsupported_media_type",
        title: "The media type is not supported",
        detail: "Send the body as Content-Type: application/json.",
      });
    }
    const utf8 = { "content-type": "application/json; charset=utf-8" };
    expect((await post(json, utf8)).status).toBe(200);
  });

  test("422 invalid_request: names every wrong field at once, each with its sentences", async ({
    account,
  }) => {
    const { send } = client(door.url, account.token);
    const answer = await send({
      from: "Far too long a name",
      to: "12",
      body: "",
      scheduled_at: "2026-05-15T14:23:47",
      idempotency_key: "1",
      client_ref: "x".repeat(256),
      validity: 59,
      dry_run: "yes",
    });
    const errors = {
      from: ["Invalid sender: Far too long a name"],
      to: ["Enter the number in E.164 format without the +, such as 48732129000."],
      body: ["Write the text of the message."],
      scheduled_at: ["Enter an ISO 8601 time with a time zone, such as 2026-05-15T14:23:47Z."],
      idempotency_key: ["The idempotency key must be a UUID v4."],
      client_ref: ["The reference may have at most 255 characters."],
      validity: ["validity must be at least 60 seconds."],
      dry_run: ["dry_run must be true or false."],
    };
    const detail = Object.values(errors)
      .flat()
      .map((sentence) => (sentence.endsWith(".") ? sentence : `${sentence}.`))
      .join(" ");
    expectProblem(answer, door, { ...invalidFields, detail, errors });
  });

  test("422 invalid_request: a missing field, a fixed line, an eleventh segment", async ({
    account,
  }) => {
    const { post, send } = client(door.url, account.token);
    const { json } = await post("{}");
    expect(Object.keys(json["errors"] as object).sort()).toEqual(["body", "from", "to"]);
    const fixedLine = await send({ to: "48221234567" });
    const fixed = "48221234567 is a landline and can't receive SMS.";
    expectProblem(fixedLine, door, { ...invalidFields, detail: fixed, errors: { to: [fixed] } });
    const long = await send({ body: "a".repeat(1531) });
    expect(long.json["errors"]).toEqual({ body: [expect.stringContaining("10 segments")] });
    expect((await send({ body: "a".repeat(1530) })).json["segments"]).toBe(10);
  });

  test("429 rate_limited: waiting exactly as long as Retry-After says is enough", async ({
    account,
  }) => {
    const { send } = client(door.url, account.token);
    const burst = () => Promise.all(Array.from({ length: 300 }, () => send({ dry_run: true })));
    const isRefused = ({ status }: Answer) => status === 429;
    let refused: Answer | undefined;
    // A busy machine may spread a burst over more than a second, where it is none.
    for (let tries = 0; refused === undefined && tries < 5; tries += 1) {
      refused = (await burst()).findLast(isRefused);
    }
    if (refused === undefined) throw new Error("No burst of 300 requests was refused.");
    const seconds = Number(refused.headers.get("retry-after"));
    expectProblem(refused, door, {
      status: 429,
      code: "rate_limited",
      title: "Too many requests",
      detail: `Rate limit exceeded: 100 requests per 1 s. Retry in ${seconds} s.`,
    });
    expect(refused.headers.get("ratelimit")).toBe(`"burst";r=0;t=${seconds}`);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    expect((await send()).status).toBe(200);
  });

  test("the numbers that rehearse a refusal give 402, 422 and 429 to test tokens", async ({
    account: { email },
  }) => {
    const { send } = client(door.url, await mintToken({ email, isTest: true }));
    for (const status of [402, 422, 429]) {
      expect((await send({ to: `48500000${status}` })).status).toBe(status);
    }
  });
});

function inChunks(text: string): ReadableStream {
  const pieces = text.match(/.{1,16384}/g) ?? [];
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(Buffer.from(piece));
      controller.close();
    },
  });
}
