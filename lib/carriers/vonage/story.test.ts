import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { operatorOf } from "../../core/actor";
import { getMessage } from "../../messages/get-message";
import { sendMessage } from "../../sending/send-message";
import { eventually } from "../../testing/eventually";
import { mintAccount } from "../../testing/mint-account";
import { startWithCarriers } from "../../testing/start-with-carriers";
import { VonageService, vonageErrors } from "../../testing/vonage-service";
import { callbackUrl } from "../callback-url";
import { signFields } from "./_verify-report";

// A busy machine may take its time: what counts is that it gets there.
vi.setConfig({ testTimeout: 60_000 });

const service = new VonageService();
const secret = "signature secret";
const sign = (fields: Record<string, string>) => signFields(fields, { secret, method: "sha512" });
let server: Awaited<ReturnType<typeof startWithCarriers>>;
let recipients = 0;

beforeAll(async () => {
  await service.listen();
  const signing = { signature_secret: "env:VONAGE_SIGNATURE", signature_method: "sha512" };
  const carrier = { ...service.settings, ...signing, name: "vonage", kind: "vonage" };
  server = await startWithCarriers(
    { carriers: [{ ...carrier, api_secret: "env:VONAGE_SECRET" }] },
    { VONAGE_SECRET: service.apiSecret, VONAGE_SIGNATURE: secret },
  );
  service.door = server.url;
});
afterEach(() => {
  service.behave = () => undefined;
  service.encoding = "form";
  service.sign = sign;
});
afterAll(async () => {
  await server.stop();
  await service.close();
});

service.sign = sign;

/** Sends a message to a number of its own. */
async function send(body = "Hello") {
  recipients += 1;
  const to = String(48_732_200_000 + recipients);
  const { accountId } = await mintAccount({ credits: 50 });
  const wire = { from: "YourBrand", to, body };
  const { accepted } = await sendMessage({ actor: operatorOf(accountId), input: wire });
  return { accountId, messageId: accepted.message_id ?? "", to };
}

const idOf = ({ to }: { to: string }) => service.idsTo(to)[0] ?? "";
const requestsFor = ({ to }: { to: string }) =>
  service.asked.filter(({ body }) => new URLSearchParams(body).get("to") === to);

async function eventsOf({ accountId, messageId }: { accountId: string; messageId: string }) {
  const { events } = await getMessage({ actor: operatorOf(accountId), input: { messageId } });
  return events.map(({ type }) => type);
}

describe("a message by way of Vonage", () => {
  test.each(["query", "form", "json"] as const)(
    "is delivered once, however often and in whatever order a %s says so",
    async (encoding) => {
      service.encoding = encoding;
      const message = await send();
      await eventually(message, { status: "sent", carrier: "vonage" });
      for (const status of ["buffered", "delivered", "delivered", "accepted"]) {
        expect((await service.report(idOf(message), status)).status).toBe(200);
      }
      await eventually(message, { status: "delivered" });
      const types = await eventsOf(message);
      expect(types.filter((type) => type === "sms.delivered")).toHaveLength(1);
    },
  );

  test("is delivered when its receipt comes before the response", async () => {
    const statuses: number[] = [];
    service.behave = async (request) => {
      const answer = service.take(request);
      const to = new URLSearchParams(request.body).get("to") ?? "";
      statuses.push((await service.report(idOf({ to }), "delivered")).status);
      return answer;
    };
    await eventually(await send(), { status: "delivered" });
    // Kept is as good as placed, or Vonage would say it again for a day.
    expect(statuses).toEqual([200]);
  });

  test("of several parts is delivered when every one of them is", async () => {
    const message = await send("a".repeat(320));
    await eventually(message, { status: "sent" });
    const [first = "", second = "", third = ""] = service.idsTo(message.to);
    for (const id of [third, first, first]) await service.report(id, "delivered");
    expect(await eventsOf(message)).not.toContain("sms.delivered");
    await service.report(second, "delivered");
    await eventually(message, { status: "delivered" });
  });

  test("of several parts fails when one of them does", async () => {
    const message = await send("a".repeat(320));
    await eventually(message, { status: "sent" });
    const [first = "", second = ""] = service.idsTo(message.to);
    await service.report(first, "delivered");
    await service.report(second, "failed", { "err-code": "6" });
    await eventually(message, { status: "failed", carrier_code: "6" });
  });

  test("ends when only some of its parts were accepted", async () => {
    service.behave = (request) => service.take(request, (place) => (place === 2 ? "1" : "0"));
    const message = await send("a".repeat(320));
    await eventually(message, { status: "failed", carrier_code: "1" });
    expect(requestsFor(message)).toHaveLength(1);
  });

  test.each(["cut", "silence"] as const)(
    "is asked for once, and held until its receipt comes: %s",
    async (behaviour) => {
      service.behave = () => behaviour;
      const message = await send();
      await eventually(message, { status: "unknown" }, 30_000);
      service.behave = () => undefined;
      // Others go on, and time passes.
      await eventually(await send(), { status: "sent" });
      expect(requestsFor(message)).toHaveLength(1);
      expect(service.idsTo(message.to)).toHaveLength(1);
      await service.report(idOf(message), "delivered");
      await eventually(message, { status: "delivered" });
    },
  );

  test("is held only until a receipt is found that came before the connection broke", async () => {
    service.behave = async (request) => {
      service.take(request);
      const to = new URLSearchParams(request.body).get("to") ?? "";
      await service.report(idOf({ to }), "delivered");
      return "reset" as const;
    };
    const message = await send();
    await eventually(message, { status: "delivered" }, 30_000);
    expect(requestsFor(message)).toHaveLength(1);
  });

  test("waits while the account has no credit, and goes when it has", async () => {
    service.behave = () => vonageErrors("9");
    const message = await send();
    await eventually(message, { status: "queued", wait_reason: "carrier_out_of_credits" });
    service.behave = () => undefined;
    await eventually(message, { status: "sent" });
    expect(service.idsTo(message.to)).toHaveLength(1);
  });
});

describe("a callback", () => {
  test("that somebody else signed changes nothing", async () => {
    const message = await send();
    await eventually(message, { status: "sent" });
    service.sign = (fields) => signFields(fields, { secret: "guess", method: "sha512" });
    expect((await service.report(idOf(message), "failed")).status).toBe(401);
    expect(await eventsOf(message)).not.toContain("sms.failed");
  });

  test("with a message from a phone is confirmed", async () => {
    const response = await service.receive(callbackUrl("vonage"), { text: "STOP" });
    expect(response.status).toBe(200);
  });
});
