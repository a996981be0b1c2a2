import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { addressList } from "../../core/address-list";
import { newId } from "../../core/ids";
import { callbackOf } from "../../testing/carrier-promises";
import { verifyEvent } from "./_verify-event";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const address = "192.0.2.7";
const body = JSON.stringify({ event: "sms.delivered", message_id: "a906cff7719bd889" });

const isAllowed = addressList(["192.0.2.0/28", "2001:db8::/32"]);

interface Signing {
  at?: Date;
  by?: string;
  text?: string;
}

/** By the reference library, not by our own code. */
function sign({ at = new Date(), by = secret, text = body }: Signing = {}): Record<string, string> {
  const id = `evt_${newId()}`;
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(by).sign(id, at, text),
  };
}

function verify(headers: Record<string, string>, change: Parameters<typeof callbackOf>[0] = {}) {
  return verifyEvent(callbackOf({ address, body, header: (name) => headers[name], ...change }), {
    secret,
    isAllowed,
  });
}

describe("an event of a signing upstream", () => {
  test("is proven by a signature of the reference library, also beside another one", () => {
    const headers = sign();
    expect(verify(headers)).toBeUndefined();
    const several = `v1,AAAA v1a,BBBB ${headers["webhook-signature"]}`;
    expect(verify({ ...headers, "webhook-signature": several })).toBeUndefined();
  });

  test.each<[string, () => Record<string, string>]>([
    ["nobody signed", () => ({})],
    ["somebody else signed", () => sign({ by: "whsec_c29tZWJvZHkgZWxzZXMgc2VjcmV0" })],
    ["was signed too long ago", () => sign({ at: new Date(Date.now() - 301_000) })],
    ["was signed for later", () => sign({ at: new Date(Date.now() + 302_000) })],
    ["was changed after signing", () => sign({ text: `${body} ` })],
    ["got another ID", () => ({ ...sign(), "webhook-id": "evt_other" })],
  ])("is not proven when it %s", (_what, headers) => {
    expect(verify(headers())).toBe("wrong_signature");
  });

  test.each(["192.0.2.0", "192.0.2.15", "2001:db8::7"])("may come from %s", (from) => {
    expect(verify(sign(), { address: from })).toBeUndefined();
  });

  test.each(["198.51.100.9", "192.0.2.16", "2001:db9::7", "", null])(
    "may not come from %s",
    (from) => {
      expect(verify(sign(), { address: from })).toBe("wrong_address");
    },
  );

  test("is told that its secret is wrong before anything else is looked at", () => {
    expect(verify({}, { secret: "guess", address: null })).toBe("wrong_secret");
  });
});
