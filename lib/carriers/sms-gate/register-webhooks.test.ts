import { afterAll, beforeAll, expect, test } from "vitest";
import { Phone } from "../../testing/phone";
import { registerWebhooks } from "./register-webhooks";

const phone = new Phone();
beforeAll(async () => {
  await phone.listen();
  process.env["APP_URL"] = "http://192.168.1.5:3000";
});
afterAll(() => phone.close());

test("an address that the phone does not post to is an error that says what to set", async () => {
  const registering = registerWebhooks({ carrier: "phone", phone });
  await expect(registering).rejects.toMatchObject({
    code: "invalid_request",
    message: expect.stringMatching(/at http:\/\/192\.168\.1\.5:3000\. Set APP_URL to an https/),
  });
  expect(phone.asked).toEqual([]);
});

test("a build of the app that posts to http is asked all the same, and its own word counts", async () => {
  const registering = registerWebhooks({ carrier: "phone", phone, allowHttp: true });
  await expect(registering).rejects.toMatchObject({
    code: "unavailable",
    message: "The phone did not register the webhook: HTTP 400 Invalid URL",
  });
});

test("a wrong password, and a phone that is off, are errors that say so", async () => {
  const stranger = { url: phone.url, username: "sms", password: "wrong" };
  await expect(
    registerWebhooks({ carrier: "phone", phone: stranger, allowHttp: true }),
  ).rejects.toThrow("The phone rejected the user name or the password (HTTP 401).");
  const away = new Phone();
  await away.listen();
  const { url, username, password } = away;
  await away.close();
  await expect(
    registerWebhooks({ carrier: "phone", phone: { url, username, password }, allowHttp: true }),
  ).rejects.toThrow("The phone does not respond at this address.");
});
