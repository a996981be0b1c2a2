import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { MessageTrace } from "@/lib/message-log/log-contract";
import { messageWords } from "../words";
import { MessageActions } from "./message-actions";

const message = {
  message_id: "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
  status: "failed",
  from: "YourBrand",
  to: "48501000001",
  body: "Hello",
  segments: 1,
} as unknown as MessageTrace;

const html = (of: MessageTrace) =>
  renderToStaticMarkup(<MessageActions message={of} cancel={() => undefined} isPending={false} />);

test.each(["erased", "Erased", "Usunięto"])("nothing is sent again to “%s”", (to) => {
  const { again, copies } = messageWords.en;
  expect(html(message)).toContain(again.open);
  const shown = html({ ...message, to, body: to });
  expect(shown).not.toContain(again.open);
  expect(shown).not.toContain(copies.curl);
  expect(shown).toContain(copies.copyId);
});

test("a text with a masked code is not sent again", () => {
  const { again, copies } = messageWords.en;
  const verification_id = "ver_01HQX7Z8RNQK5ZF8TBPNT2YFKA";
  const shown = html({ ...message, verification_id });
  expect(shown).not.toContain(again.open);
  expect(shown).not.toContain(copies.curl);
  expect(shown).toContain(copies.copyId);
});
