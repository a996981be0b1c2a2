import { confirmPassword } from "../accounts/confirm-password";
import { PasswordInput } from "../accounts/contract";
import { markClosed } from "../accounts/mark-closed";
import { notifyOwners } from "../accounts/notify-owners";
import { recordActivity } from "../activity/record-activity";
import { cancelAccountCampaigns } from "../campaigns/cancel-account-campaigns";
import { demandPermission, type UserActor } from "../core/actor";
import { db } from "../core/db";
import { appUrl } from "../core/env";
import { parseInput } from "../core/parse-input";
import { type Language, locales, type Words } from "../language/language";
import type { MailContent } from "../mail/mail";
import { cancelWaitingMessages } from "../messages/cancel-waiting-messages";
import { eraseInvitations } from "../people/erase-invitations";
import { publishSessionsChange } from "../queue/notice";
import { endAccountSessions } from "../sessions/end-account-sessions";
import { pauseEndpoints } from "../webhooks/pause-endpoints";

/** How long a closed account can be had back; pages and mails say "seven days". */
const graceMs = 7 * 24 * 60 * 60_000;

interface Wanted {
  actor: UserActor;
  /** A `PasswordInput` that nobody has checked. */
  input: unknown;
}

/**
 * Closes the actor's account for the password: tokens, endpoints and everybody's sessions stop at once, what waits is
 * cancelled with its credits back. An owner who signs in within seven days takes it back; then it is erased. Throws
 * forbidden without `manage_account`.
 */
export async function closeAccount({
  actor,
  input,
}: Wanted): Promise<{ eraseAfter: Date; isMailSent: boolean }> {
  demandPermission(actor, "manage_account");
  const { password } = parseInput(PasswordInput, input);
  const { accountId } = await confirmPassword({ actor, input: { password } });
  const closedAt = new Date();
  const eraseAfter = new Date(closedAt.getTime() + graceMs);
  await db().transaction(async (tx) => {
    await markClosed({ accountId, closedAt, eraseAfter }, tx);
    await pauseEndpoints(accountId, tx);
    await endAccountSessions(accountId, tx);
    await eraseInvitations(accountId, tx);
    const target = { name: actor.email };
    const after = { erase_after: eraseAfter.toISOString() };
    await recordActivity({ actor, action: "account.closed", target, after }, tx);
  });
  publishSessionsChange(accountId);
  // After the commit: from then on nothing new is admitted. What a crash leaves over, the worker cancels.
  await cancelAccountCampaigns(accountId);
  await cancelWaitingMessages(accountId);
  return { eraseAfter, isMailSent: await notifyOwners(accountId, farewell(eraseAfter)) };
}

function farewell(eraseAfter: Date): Words<MailContent> {
  const until = (language: Language) => {
    const format = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" } as const;
    return `${new Intl.DateTimeFormat(locales[language], format).format(eraseAfter)} UTC`;
  };
  const url = `${appUrl()}/sign-in`;
  return {
    en: {
      subject: "Your account is closed",
      paragraphs: [
        `Your Depesza account is closed and will be erased after ${until("en")}. An owner who signs in before then restores it.`,
        "Its tokens and webhooks no longer work. Pending messages were cancelled and their credits refunded. After that date, you can't undo this.",
      ],
      link: { words: "Keep the account", url },
    },
    pl: {
      subject: "Konto zostało zamknięte",
      paragraphs: [
        `Konto w Depeszy jest zamknięte i zostanie usunięte po ${until("pl")}. Wcześniejsze zalogowanie się właściciela je przywraca.`,
        "Tokeny i webhooki już nie działają. Oczekujące wiadomości zostały anulowane, a kredyty za nie wróciły. Po tym terminie nie da się tego cofnąć.",
      ],
      link: { words: "Zachowaj konto", url },
    },
  };
}
