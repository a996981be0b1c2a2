import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { makeSecret, signPayload } from "./sign-payload";

test("the published vector of Standard Webhooks 1.0.0 comes out", () => {
  const signed = {
    id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    timestamp: 1_614_265_330,
    body: '{"test": 2432232314}',
  };
  expect(signPayload(signed, ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])).toBe(
    "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  );
});

test("the library customers use accepts ours, with either secret of a rotation", () => {
  const [before, after] = [makeSecret(), makeSecret()];
  const signed = {
    id: "evt_01HQX7Z9M4T1B7QF0C2V8K6D3R",
    timestamp: Math.floor(Date.now() / 1000),
    body: '{"event":"sms.delivered","to":"zażółć"}',
  };
  const headers = {
    "webhook-id": signed.id,
    "webhook-timestamp": String(signed.timestamp),
    "webhook-signature": signPayload(signed, [after, before]),
  };
  for (const secret of [before, after]) {
    expect(new Webhook(secret).verify(signed.body, headers)).toEqual(JSON.parse(signed.body));
  }
  expect(() => new Webhook(makeSecret()).verify(signed.body, headers)).toThrow();
});

test("a secret is 32 random bytes behind whsec_", () => {
  const secret = makeSecret();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(makeSecret()).not.toBe(secret);
});
