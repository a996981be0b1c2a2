import { expect, test } from "vitest";
import { messageStatuses } from "@/lib/messages/status";
import { deliveryStages } from "./delivery-stages";

const at = "2026-05-15T14:23:47.291Z";
const states = (journey: Parameters<typeof deliveryStages>[0]) =>
  deliveryStages(journey).map((stage) => stage.state);

test("every message was accepted, whatever became of it", () => {
  for (const status of messageStatuses) {
    expect(states({ status, sentAt: null })[0]).toBe("done");
  }
});

test("a delivered message has passed every stage but the webhook", () => {
  expect(states({ status: "delivered", sentAt: at })).toEqual(["done", "done", "done", "empty"]);
});

test("a failure is shown where it happened: at hand-over or after it", () => {
  expect(states({ status: "failed", sentAt: null })).toEqual(["done", "failed", "empty", "empty"]);
  expect(states({ status: "failed", sentAt: at })).toEqual(["done", "done", "failed", "empty"]);
  expect(states({ status: "expired", sentAt: null })).toEqual(["done", "failed", "empty", "empty"]);
  expect(states({ status: "expired", sentAt: at })).toEqual(["done", "done", "failed", "empty"]);
});

test("a cancelled message went no further", () => {
  expect(states({ status: "cancelled", sentAt: null })).toEqual([
    "done",
    "empty",
    "empty",
    "empty",
  ]);
});
