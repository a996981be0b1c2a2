import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { operatorOf } from "../../core/actor";
import { getMessage } from "../../messages/get-message";
import { sendMessage } from "../../sending/send-message";
import { carrierHealth } from "../../testing/carrier-health";
import { eventually } from "../../testing/eventually";
import { mintAccount } from "../../testing/mint-account";
import { startWithCarriers } from "../../testing/start-with-carriers";
import { TwilioService, twilioProblem } from "../../testing/twilio-service";
import { callbackUrl } from "../callback-url";

// A busy machine may take its time: what counts is that it gets there.
vi.setConfig({ testTimeout: 60_000 });

const service = new TwilioService();
let server: Awaited<ReturnType<typeof startWithCarriers>>;
let recipients = 0;

beforeAll(async () => {
  await service.listen();
  const carrier = { ...service.settings, name: "twilio", kind: "twilio" };
  server = await startWithCarriers(
    { carriers: [{ ...carrier, auth_token: "env:TWILIO_AUTH_TOKEN" }] },
    { TWILIO_AUTH_TOKEN: service.authToken },
  );
  service.door = server.url;
});
afterEach(() => {
  service.behave = () => undefined;
});
afterAll(async () => {
  await server.stop();
  await service.close();
});

/** Sends a message to a number of its own. */
async function send() {
  recipients += 1;
  const to = String(48_732_100_000 + recipients);
  const { accountId } = await mintAccount({ credits: 50 });
  const wire = { from: "YourBrand", to, body: "Zażółć" };
  const { accepted } = await sendMessage({ actor: operatorOf(accountId), input: wire });
  return { accountId, messageId: accepted.message_id ?? "", to };
}

const sidOf = ({ to }: { to: string }) => service.sidsTo(to).at(-1) ?? "";
const requestsFor = ({ to }: { to: string }) =>
  service.asked.filter(({ body }) => new URLSearchParams(body).get("To") === `+${to}`);

const read = ({ accountId, messageId }: { accountId: string; messageId: string }) =>
  getMessage({ actor: operatorOf(accountId), input: { messageId } });
const statusOf = async (message: Parameters<typeof read>[0]) => (await read(message)).status;

async function eventsOf(message: Parameters<typeof read>[0]) {
  const { events } = await read(message);
  return events.map(({ type }) => type);
}

describe("a message by way of Twilio", () => {
  test("is delivered once, however often Twilio says so and in whatever order", async () => {
    const message = await send();
    await eventually(message, { status: "sent", carrier: "twilio" });
    for (const status of ["queued", "delivered", "delivered", "sent"]) {
      expect((await service.report(sidOf(message), status)).status).toBe(200);
    }
    await eventually(message, { status: "delivered" });
    const types = await eventsOf(message);
    expect(types.filter((type) => type === "sms.delivered")).toHaveLength(1);
  });

  test("is delivered when its receipt comes before the response", async () => {
    const statuses: number[] = [];
    service.behave = async (request) => {
      const answer = service.take(request);
      const { sid } = answer.body as { sid: string };
      statuses.push((await service.report(sid, "delivered")).status);
      return answer;
    };
    await eventually(await send(), { status: "delivered" });
    // Kept is as good as placed: Twilio would not say it again.
    expect(statuses).toEqual([200]);
  });

  test("bounces with what Twilio says of its number, at once or later", async () => {
    service.behave = () => twilioProblem(400, 21614, "'To' number is not a valid mobile number");
    const words = { reason: "The recipient is not a mobile number.", carrier_code: "21614" };
    await eventually(await send(), { status: "bounced", ...words });
    service.behave = () => undefined;
    const later = await send();
    await eventually(later, { status: "sent" });
    await service.report(sidOf(later), "undelivered", { ErrorCode: "30005" });
    const dead = { reason: "unknown_subscriber", carrier_code: "30005" };
    await eventually(later, { status: "bounced", ...dead });
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
      expect(service.sidsTo(message.to)).toHaveLength(1);
      await service.report(sidOf(message), "delivered");
      await eventually(message, { status: "delivered" });
    },
  );

  test("is held only until a receipt is found that came before the connection broke", async () => {
    service.behave = async (request) => {
      service.take(request);
      const to = new URLSearchParams(request.body).get("To")?.slice(1) ?? "";
      await service.report(sidOf({ to }), "delivered");
      return "reset" as const;
    };
    const message = await send();
    await eventually(message, { status: "delivered" }, 30_000);
    expect(requestsFor(message)).toHaveLength(1);
  });

  test("waits while the account is locked, and goes when it is open again", async () => {
    service.behave = () => twilioProblem(401, 20003, "Authenticate");
    const message = await send();
    await eventually(message, { status: "queued", wait_reason: "carrier_unauthorized" });
    service.behave = () => undefined;
    await eventually(message, { status: "sent" });
    expect(service.sidsTo(message.to)).toHaveLength(1);
    await expect.poll(() => carrierHealth("twilio")).toMatchObject({ circuit: "closed" });
  });
});

test("a service that breaks every connection gets few messages, each once, and then the others", async () => {
  service.behave = () => "reset";
  const before = service.asked.length;
  const all = await Promise.all(Array.from({ length: 80 }, () => send()));
  await expect.poll(() => carrierHealth("twilio")).toMatchObject({ circuit: "open" });
  service.behave = () => undefined;
  const statuses = () => Promise.all(all.map(statusOf));
  const waiting = async () =>
    (await statuses()).filter((each) => each === "queued" || each === "sending");
  await expect.poll(waiting, { timeout: 40_000 }).toEqual([]);
  const held = (await statuses()).filter((status) => status === "unknown").length;
  // Sixteen were in flight when it opened, and eight were a probe.
  expect(held).toBeLessThan(60);
  expect(service.asked.length - before).toBe(all.length);
});

describe("a callback", () => {
  test("that somebody else signed changes nothing", async () => {
    const message = await send();
    await eventually(message, { status: "sent" });
    const forger = new TwilioService();
    forger.messages.set(sidOf(message), service.messages.get(sidOf(message)) ?? {});
    forger.door = server.url;
    Object.assign(forger, { authToken: "guess" });
    const { status } = await forger.report(sidOf(message), "failed");
    expect(status).toBe(401);
    expect(await eventsOf(message)).not.toContain("sms.failed");
  });

  test("with a message from a phone gets no reply in words", async () => {
    const response = await service.receive(callbackUrl("twilio"), { Body: "STOP" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/xml/);
    expect(await response.text()).toBe("<Response></Response>");
  });
});
