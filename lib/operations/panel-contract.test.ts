import { expect, test } from "vitest";
import { panelUrl } from "./panel-contract";

test("a panel URL has its parameters encoded, and its query at the end", () => {
  const path = "/api/panel/webhook-endpoints/{endpoint_id}/deliveries/{event_id}";
  expect(panelUrl(path, { endpoint_id: "whk_1", event_id: "a/b" })).toBe(
    "/api/panel/webhook-endpoints/whk_1/deliveries/a%2Fb",
  );
  expect(panelUrl("/api/panel/messages", {}, "?q=x")).toBe("/api/panel/messages?q=x");
});

test("a path that the server does not serve, or a parameter that is missing, does not compile", () => {
  // @ts-expect-error No such path.
  expect(panelUrl("/api/panel/nothing", {})).toBe("/api/panel/nothing");
  // @ts-expect-error The parameter is missing.
  expect(panelUrl("/api/panel/campaigns/{campaign_id}", {})).toBe("/api/panel/campaigns/");
});
