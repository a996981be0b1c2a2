import { expect, test } from "vitest";
import { readEndpointForm } from "./read-endpoint-form";

test("the ticked events, in the order they are documented", () => {
  const form = { url: "https://example.com", description: "", mode: "live" };
  expect(
    readEndpointForm({ ...form, "event_sms.bounced": "on", "event_sms.delivered": "on" }),
  ).toEqual({
    url: "https://example.com",
    description: "",
    events: ["sms.delivered", "sms.bounced"],
  });
});

test("no tick is an empty list, which the contract refuses, and not a default", () => {
  expect(readEndpointForm({ url: "https://example.com" }).events).toEqual([]);
});
