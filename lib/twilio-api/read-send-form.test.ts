import { describe, expect, test } from "vitest";
import { readSendForm } from "./read-send-form";

const read = (fields: Record<string, string>) => readSendForm(new URLSearchParams(fields));
const fieldsOf = (fields: Record<string, string>) => {
  try {
    read(fields);
  } catch (error) {
    return Object.keys((error as { fields?: object }).fields ?? {});
  }
  return [];
};

const text = { From: "YourBrand", To: "+48732129000", Body: "Hello" };

describe("a form of Twilio's", () => {
  test("is a send of ours, with blank fields left out", () => {
    expect(read({ ...text, StatusCallback: "", SendAt: "" })).toEqual({
      wire: { from: "YourBrand", to: "+48732129000", body: "Hello" },
      statusCallback: null,
    });
  });

  test.each([
    ["Supabase Auth", { Channel: "sms", From: "YourBrand" }],
    ["Home Assistant", { From: "YourBrand" }],
    ["n8n", { From: "YourBrand", StatusCallback: "", MessagingServiceSid: "" }],
    ["a program that knows services only", { MessagingServiceSid: "YourBrand" }],
    [
      "a program that names both",
      { From: "YourBrand", MessagingServiceSid: `MG${"b".repeat(32)}` },
    ],
  ])("is read as %s posts it", (_program, fields) => {
    expect(read({ To: "+48732129000", Body: "Hello", ...fields })).toEqual({
      wire: { from: "YourBrand", to: "+48732129000", body: "Hello" },
      statusCallback: null,
    });
  });

  test.each([
    ["1", 60],
    ["60", 60],
    ["36000", 36_000],
    ["172800", 172_800],
  ])("with ValidityPeriod %s is valid for %d seconds", (ValidityPeriod, validity) => {
    expect(read({ ...text, ValidityPeriod }).wire).toMatchObject({ validity });
  });

  test("may say that its text is not to be kept", () => {
    expect(read({ ...text, ContentRetention: "discard" }).wire).toMatchObject({
      store_body: false,
    });
    expect(read({ ...text, ContentRetention: "retain" }).wire).not.toHaveProperty("store_body");
  });

  test("may ask for what changes nothing", () => {
    const ignored = {
      ...{ ProvideFeedback: "true", SmartEncoded: "true", MaxPrice: "0.1" },
      ...{ AddressRetention: "retain", SendAsMms: "false" },
    };
    expect(read({ ...text, ...ignored })).toEqual(read(text));
  });

  test.each([
    ["MediaUrl", { MediaUrl: "https://example.com/a.png" }],
    ["ContentSid", { ContentSid: "HX1" }],
    ["AddressRetention", { AddressRetention: "obfuscate" }],
    ["SendAsMms", { SendAsMms: "true" }],
    ["ApplicationSid", { ApplicationSid: "AP1" }],
    ["ScheduleType", { SendAt: "2026-12-24T12:00:00Z" }],
    ["ScheduleType", { ScheduleType: "fixed" }],
    ["ValidityPeriod", { ValidityPeriod: "0" }],
    ["ValidityPeriod", { ValidityPeriod: "soon" }],
    ["ValidityPeriod", { ValidityPeriod: "172801" }],
    ["ContentRetention", { ContentRetention: "forget" }],
    ["from", { From: `MG${"b".repeat(32)}` }],
    ["from", { From: "", MessagingServiceSid: `MG${"b".repeat(32)}` }],
  ])("is refused for %s", (name, change) => {
    expect(fieldsOf({ ...text, ...change })).toEqual([name]);
  });

  test.each([
    ...["To", "From", "Body", "StatusCallback", "SendAt", "ValidityPeriod"],
    ...["MessagingServiceSid", "ScheduleType", "ContentRetention"],
  ])("with two of %s is refused, and not sent with one of them", (name) => {
    const complete = {
      ...{ ...text, StatusCallback: "https://example.com/", ValidityPeriod: "60" },
      ...{ SendAt: "2026-12-24T12:00:00Z", ScheduleType: "fixed", ContentRetention: "retain" },
      MessagingServiceSid: "YourBrand",
    };
    const form = new URLSearchParams(complete);
    expect(() => readSendForm(form)).not.toThrow();
    form.append(name, new URLSearchParams(complete).get(name) ?? "");
    expect(() => readSendForm(form)).toThrow(
      expect.objectContaining({ details: { fields: { [name]: expect.anything() } } }),
    );
  });
});
