import type { Page } from "@playwright/test";
import { authWords } from "../../app/(auth)/words";
import { creditsWords } from "../../app/(dashboard)/credits/words";
import { messageWords } from "../../app/(dashboard)/messages/[messageId]/words";
import { logWords } from "../../app/(dashboard)/messages/words";
import { overviewWords } from "../../app/(dashboard)/overview/words";
import { outcomeWords } from "../../app/(dashboard)/send/outcome-words";
import { scheduleFieldWords } from "../../app/(dashboard)/send/schedule-field-words";
import { sendWords } from "../../app/(dashboard)/send/words";
import { deleteWords } from "../../app/(dashboard)/settings/account/delete/words";
import { passkeyWords } from "../../app/(dashboard)/settings/account/passkeys/words";
import { twoStepWords } from "../../app/(dashboard)/settings/account/two-step/words";
import { accountWords } from "../../app/(dashboard)/settings/account/words";
import { tokenWords } from "../../app/(dashboard)/settings/api/words";
import { deliveryPageWords } from "../../app/(dashboard)/settings/webhooks/[endpointId]/[eventId]/words";
import { signatureWords } from "../../app/(dashboard)/settings/webhooks/[endpointId]/signature-words";
import { endpointWords } from "../../app/(dashboard)/settings/webhooks/[endpointId]/words";
import { webhooksWords } from "../../app/(dashboard)/settings/webhooks/words";
import { startWords } from "../../app/(dashboard)/start/words";
import { docsWords } from "../../app/(docs)/docs/words";
import { pricingWords } from "../../app/(marketing)/pricing/words";
import { landingWords } from "../../app/(marketing)/words";
import { keyboardWords } from "../../components/shell/keyboard-words";
import { shellWords } from "../../components/shell/words";
import { statusWords } from "../../components/status-words";
import { uiWords } from "../../components/ui/words";
import type { Words } from "../../lib/language/language";

/** Every text a set of words has by itself, without those that are made of something. */
function textsIn(words: unknown): string[] {
  if (typeof words === "string") return [words.trim()];
  return typeof words === "object" && words !== null ? Object.values(words).flatMap(textsIn) : [];
}

const everything: Words<unknown>[] = [
  ...[
    authWords,
    landingWords,
    pricingWords,
    docsWords,
    shellWords,
    keyboardWords,
    uiWords,
    statusWords,
  ],
  ...[startWords, overviewWords, logWords, messageWords, creditsWords],
  ...[sendWords, outcomeWords, scheduleFieldWords],
  ...[accountWords, deleteWords, passkeyWords, twoStepWords, tokenWords],
  ...[webhooksWords, endpointWords, signatureWords, deliveryPageWords],
];
const polishTexts = new Set(everything.flatMap(({ pl }) => textsIn(pl)));
/** What must not be on a Polish screen. Words of four letters may be code, such as a mode or a scope. */
const englishTexts = new Set(
  everything
    .flatMap(({ en }) => textsIn(en))
    .filter((text) => text.length > 4 && /[a-z]/i.test(text) && !polishTexts.has(text)),
);

/** The English words of the product that can be seen or heard on a page, but for its code and what says it is English. */
export async function englishOn(page: Page): Promise<string[]> {
  const pieces = await page.evaluate(() => {
    const all = [document.title.replace(/ · Depesza$/, "")];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isApart = node.parentElement?.closest(
        "script, style, code, pre, .font-mono, [lang=en]",
      );
      if (!isApart) all.push(node.textContent ?? "");
    }
    const named = document.querySelectorAll(
      ":is([aria-label], [title], [placeholder]):not([lang=en], [lang=en] *)",
    );
    for (const element of named) {
      for (const name of ["aria-label", "title", "placeholder"]) {
        all.push(element.getAttribute(name) ?? "");
      }
    }
    return all.map((piece) => piece.trim()).filter(Boolean);
  });
  return pieces.filter((piece) => englishTexts.has(piece));
}
