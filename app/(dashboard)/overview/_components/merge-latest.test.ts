import { expect, test } from "vitest";
import type { MessageView } from "@/lib/messages/contract";
import { mergeLatest } from "./merge-latest";

const message = (id: number, status: MessageView["status"] = "queued") =>
  ({ message_id: `msg_${id}`, status }) as MessageView;
const shown = (rows: MessageView[]) =>
  rows.map(({ message_id, status }) => `${message_id} ${status}`);

test("a change replaces its row, a new message comes on top, the oldest makes room", () => {
  const rows = mergeLatest(
    [message(3), message(2), message(1)],
    [message(2, "sent"), message(4)],
    3,
  );
  expect(shown(rows)).toEqual(["msg_4 queued", "msg_3 queued", "msg_2 sent"]);
});

test("late news does not take a final state back", () => {
  const rows = mergeLatest([message(1, "delivered")], [message(1, "sent")], 3);
  expect(shown(rows)).toEqual(["msg_1 delivered"]);
});
