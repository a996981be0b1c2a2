import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LanguageProvider } from "@/components/language/use-words";
import type { Language } from "@/lib/language/language";
import type { MessageView } from "@/lib/messages/contract";
import { MessageLine } from "./message-line";

const erased = {
  message_id: "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
  status: "delivered",
  from: "YourBrand",
  to: "erased",
  body: "erased",
  test: false,
  created_at: "2026-05-15T14:23:48.511Z",
  sent_at: "2026-05-15T14:23:49.511Z",
  webhook_state: null,
} as unknown as MessageView;

test.each<[Language, string]>([
  ["en", "Erased"],
  ["pl", "Usunięto"],
])("a message to somebody who was erased says so in %s", (language, word) => {
  const html = renderToStaticMarkup(
    <LanguageProvider language={language}>
      <MessageLine message={erased} />
    </LanguageProvider>,
  );
  expect(html.split(word)).toHaveLength(3);
  expect(html).not.toContain("erased");
});
