import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { Notice } from "@/components/ui/notice";
import { ExactTime } from "@/components/ui/time";
import { findSuspension } from "@/lib/accounts/find-suspension";
import type { Actor } from "@/lib/core/actor";
import type { Words } from "@/lib/language/language";

const en = {
  title: "This account is suspended",
  meaning:
    "No messages are sent, and the API rejects requests. You can read everything. Contact your administrator.",
  since: "Since",
};

const suspendedWords: Words<typeof en> = {
  en,
  pl: {
    title: "To konto jest zawieszone",
    meaning:
      "Wiadomości nie są wysyłane, a API odrzuca żądania. Nadal możesz wszystko przeglądać. Skontaktuj się z administratorem.",
    since: "Od",
  },
};

/** Says on every signed-in screen that the account is suspended, and why. */
export async function SuspendedBanner(props: { actor: Actor }) {
  const [suspension, words] = await Promise.all([
    findSuspension({ actor: props.actor }),
    wordsOf(suspendedWords),
  ]);
  if (!suspension) return null;
  return (
    <div className="mb-6">
      <Notice tone="bad" title={words.title}>
        <p>
          <OutsideText text={suspension.reason} />
        </p>
        <p>{words.meaning}</p>
        <p className="text-mute text-sm">
          {words.since} <ExactTime at={suspension.suspendedAt.toISOString()} />
        </p>
      </Notice>
    </div>
  );
}
