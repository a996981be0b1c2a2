import { expect, test } from "vitest";
import type { LogPage } from "@/lib/message-log/log-contract";
import type { MessageView } from "@/lib/messages/contract";
import type { MessageStatus } from "@/lib/messages/status";
import { absorbChanges, joinPages } from "./absorb-changes";

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
    metadata: null,
    idempotency_key: null,
    wait_reason: null,
    reason: null,
    carrier: null,
    carrier_code: null,
    operator: null,
    operator_source: null,
    source: "api",
    campaign_id: null,
    verification_id: null,
    test: false,
    webhook_state: "none",
    store_body: true,
    body_erased_at: null,
  };
}

const pageOf = (...data: MessageView[]): LogPage => ({
  data,
  has_newer: false,
  has_older: true,
  searched_to: null,
});
const shown = (page: LogPage) => page.data.map((row) => `${row.message_id.at(-1)} ${row.status}`);
const top = { takesNew: true, maxRows: 50 };

test("a change appears in its row", () => {
  const result = absorbChanges(pageOf(message(6), message(5)), [message(5, "failed")], top);
  expect(shown(result)).toEqual(["6 sent", "5 failed"]);
});

test("new messages come on top, newest first", () => {
  const result = absorbChanges(pageOf(message(6)), [message(7), message(8)], top);
  expect(shown(result)).toEqual(["8 sent", "7 sent", "6 sent"]);
});

test("a page that cannot know where new messages belong takes none", () => {
  const filtered = { ...top, takesNew: false };
  const result = absorbChanges(pageOf(message(6)), [message(7), message(6, "failed")], filtered);
  expect(shown(result)).toEqual(["6 failed"]);
});

test("a message that was never loaded is not put at the wrong place", () => {
  const page = pageOf(message(6), message(3));
  expect(shown(absorbChanges(page, [message(1, "delivered"), message(4)], top))).toEqual(
    shown(page),
  );
});

test("a final state is not undone by an older event", () => {
  const known = pageOf(message(6, "delivered"));
  expect(shown(absorbChanges(known, [message(6, "sent")], top))).toEqual(["6 delivered"]);
});

test("the webhooks of a delivered message go on", () => {
  const known = pageOf({ ...message(6, "delivered"), webhook_state: "waiting" });
  const news = [{ ...message(6, "delivered"), webhook_state: "done" as const }];
  expect(absorbChanges(known, news, top).data[0]?.webhook_state).toBe("done");
});

test("the first message of an empty log is shown", () => {
  expect(shown(absorbChanges(pageOf(), [message(1)], top))).toEqual(["1 sent"]);
});

test("what falls off the end is a page further on", () => {
  const page = { ...pageOf(message(6), message(5)), has_older: false, searched_to: null };
  const result = absorbChanges(page, [message(7)], { takesNew: true, maxRows: 2 });
  expect(shown(result)).toEqual(["7 sent", "6 sent"]);
  expect(result.has_older).toBe(true);
});

test("a newer answer keeps the rows further down that were known", () => {
  const answer = pageOf(message(8), message(7));
  const known = pageOf(message(7), message(6), message(5));
  expect(shown(joinPages(answer, known, 50))).toEqual(["8 sent", "7 sent", "6 sent", "5 sent"]);
});

test("an answer that is the whole log leaves nothing of what was known", () => {
  const answer = { ...pageOf(message(8)), has_older: false, searched_to: null };
  expect(shown(joinPages(answer, pageOf(message(7), message(6)), 50))).toEqual(["8 sent"]);
});
