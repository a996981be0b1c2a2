import { describe, expect, it } from "vitest";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { demandSameOrigin } from "./demand-same-origin";
import { formFailure } from "./form-failure";
import { formInput } from "./form-input";

describe("whose form this is", () => {
  const host = { host: "sms.example.com" };
  it.each<Record<string, string>>([
    { ...host, "sec-fetch-site": "same-origin" },
    { ...host, "sec-fetch-site": "none" },
    { ...host, origin: "http://sms.example.com" },
    {
      host: "127.0.0.1:3000",
      "x-forwarded-host": "sms.example.com",
      origin: "https://sms.example.com",
    },
  ])("ours: %j", (headers) => {
    expect(() => demandSameOrigin(new Headers(headers))).not.toThrow();
  });

  it.each<Record<string, string>>([
    host,
    { ...host, origin: "null" },
    { ...host, origin: "https://evil.com" },
    { ...host, origin: "https://sms.example.com.evil.com" },
    { ...host, origin: "https://sms.example.com:8443" },
    { ...host, "sec-fetch-site": "cross-site" },
    { ...host, "sec-fetch-site": "same-site" },
    { ...host, "sec-fetch-site": "cross-site", origin: "http://sms.example.com" },
  ])("not ours: %j", (headers) => {
    expect(() => demandSameOrigin(new Headers(headers))).toThrow(AppError);
  });
});

describe("reading a form", () => {
  it("takes text, lists what comes twice, leaves files and the framework's fields out", () => {
    const form = new FormData();
    form.append("name", "Shop");
    form.append("scopes", "send");
    form.append("scopes", "read");
    form.append("$ACTION_ID_1", "x");
    form.append("file", new File(["x"], "x.txt"));
    expect(formInput(form)).toEqual({ name: "Shop", scopes: ["send", "read"] });
  });
});

describe("a form that was refused", () => {
  it("keeps the sentences by field and what was typed, but never a password or a secret", () => {
    const sentence = operatorSentence("Enter an e-mail address.");
    const fields = { email: [sentence] };
    const error = new AppError("invalid_request", operatorSentence("Some fields are not valid."), {
      fields,
    });
    const input = {
      email: "ada",
      password: "s3cret",
      current_password: "s3cret",
      used_secret: "s3cret",
      scopes: ["a", "b"],
    };
    const failure = formFailure(error, input);
    expect(failure).toMatchObject({
      ok: false,
      code: "invalid_request",
      fields: { email: ["Enter an e-mail address."] },
      values: { email: "ada" },
    });
    expect(JSON.stringify(failure)).not.toContain("s3cret");
  });

  it("carries what a person needs to go on", () => {
    const short = new AppError("insufficient_credits", operatorSentence("Not enough."), {
      required: 6,
      available: 4,
    });
    expect(formFailure(short, {})).toMatchObject({ required: 6, available: 4 });
    const slow = new AppError("rate_limited", operatorSentence("Wait."), { retryAfterMs: 1500 });
    expect(formFailure(slow, {})).toMatchObject({ retryAfterMs: 1500 });
  });

  it("says nothing about an unknown failure but a request id to quote", () => {
    const failure = formFailure(new Error('relation "users" does not exist'), {});
    expect(failure.code).toBe("internal");
    expect(failure.requestId).toMatch(/^req_[0-9A-Z]{26}$/);
    expect(JSON.stringify(failure)).not.toContain("relation");
  });
});
