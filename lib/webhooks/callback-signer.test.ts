import { createHmac } from "node:crypto";
import fc from "fast-check";
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks";
import { expect, test } from "vitest";
import { makeToken } from "../tokens/token-format";
import { makeSigner, signWith } from "./callback-signer";

test("a signer signs whatever text as its token does", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 300 }), (token, text) => {
      const expected = createHmac("sha1", Buffer.from(token)).update(Buffer.from(text));
      expect(signWith(makeSigner(token), text)).toBe(expected.digest("base64"));
    }),
  );
});

test.each([0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 2000])(
  "a text of %i bytes, around the ends of blocks, is signed right",
  (length) => {
    const token = makeToken("live");
    const text = "a".repeat(length);
    const expected = createHmac("sha1", token).update(text).digest("base64");
    expect(signWith(makeSigner(token), text)).toBe(expected);
  },
);

test("the signature is the one in Twilio's documentation", () => {
  const url = "https://mycompany.com/myapp.php?foo=1&bar=2";
  const fields = {
    CallSid: "CA1234567890ABCDE",
    Caller: "+14158675309",
    Digits: "1234",
    From: "+14158675309",
    To: "+18005551212",
  };
  const joined = Object.entries(fields).flat().join("");
  const signature = signWith(makeSigner("12345"), url + joined);
  expect(signature).toBe("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  expect(signature).toBe(getExpectedTwilioSignature("12345", url, fields));
});

test("a signer does not contain its token", () => {
  const token = makeToken("live");
  const signer = makeSigner(token);
  expect(signer).not.toContain(token);
  expect(signer).toMatch(/^hmac1_[0-9a-f]{80}$/);
  expect(Buffer.from(signer.slice(6), "hex").toString("latin1")).not.toContain(token.slice(-8));
});
