import { expect, test } from "vitest";
import type { MessageView } from "@/lib/messages/contract";
import type { MessageStatus } from "@/lib/messages/status";
import { patchPages } from "./patch-pages";

function message(number: number, status: MessageStatus = "sent"): MessageView {
  return {
    message_id: `msg_0000000000000000000000000${number}`,
    status,
    from: "Shop",
    to: "48732129000",
    body: "Hello",
    segments: 1,
    encoding: "GSM-7",
    credits: 1,
    scheduled_at: null,
    created_at: "2026-05-15T14:23:47.291Z",
    sent_at: null,
    ended_at: null,
    valid_until: "2026-05-17T14:23:47.291Z",
    client_ref: null,
    idempotency_key: null,
    wait_reason: null,
    reason: null,
    carrier: null,
    carrier_code: null,
    operator: null,
    operator_source: null,
    source: "api",
    test: false,
    webhook_state: "none",
  };
}

const pages = () => [{ data: [message(6), message(5)] }, { data: [message(3), message(2)] }];
const shown = (result: { pages: { data: MessageView[] }[] }) =>
  result.pages.map((page) => page.data.map((row) => `${row.message_id.at(-1)} ${row.status}`));

test("a change appears in its row, on whatever page it is", () => {
  const result = patchPages(pages(), [message(3, "delivered"), message(6, "failed")]);
  expect(shown(result)).toEqual([
    ["6 failed", "5 sent"],
    ["3 delivered", "2 sent"],
  ]);
  expect(result.added).toEqual([]);
});

test("new messages come on top, newest first, and are named", () => {
  const result = patchPages(pages(), [message(7), message(8)]);
  expect(shown(result)[0]).toEqual(["8 sent", "7 sent", "6 sent", "5 sent"]);
  expect(result.added.map((id) => id.at(-1))).toEqual(["8", "7"]);
});

test("a message that was never loaded is not put at the wrong place", () => {
  expect(shown(patchPages(pages(), [message(1, "delivered"), message(4)]))).toEqual(
    shown({ pages: pages() }),
  );
});

test("a final state is not undone by an older event", () => {
  const known = [{ data: [message(6, "delivered")] }];
  expect(shown(patchPages(known, [message(6, "sent")]))).toEqual([["6 delivered"]]);
});

test("the webhooks of a delivered message go on", () => {
  const known = [{ data: [{ ...message(6, "delivered"), webhook_state: "waiting" as const }] }];
  const { pages } = patchPages(known, [{ ...message(6, "delivered"), webhook_state: "done" }]);
  expect(pages[0]?.data[0]?.webhook_state).toBe("done");
});

test("the first message of an empty log is shown", () => {
  expect(shown(patchPages([{ data: [] }], [message(1)]))).toEqual([["1 sent"]]);
});
