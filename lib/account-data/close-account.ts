import { and, eq, isNull, sql } from "drizzle-orm";
import { accounts, sessions, tickets, users } from "@/drizzle/schema/accounts";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { type Asker, confirmPassword } from "../accounts/confirm-password";
import { PasswordInput } from "../accounts/contract";
import { notifyOwners } from "../accounts/notify-owners";
import { anyOf } from "../core/any-of";
import { db, type Tx } from "../core/db";
import { appUrl } from "../core/env";
import { parseInput } from "../core/parse-input";
import { type Language, locales, type Words } from "../language/language";
import type { Letter } from "../mail/mail";
import { cancelWaitingMessages } from "../messages/cancel-waiting-messages";
import { announceSessions } from "../queue/notice";

/** How long a closed account can be had back; pages and mails say "seven days". */
const graceMs = 7 * 24 * 60 * 60_000;

/**
 * Closes the asker's account for the password: tokens, sessions and endpoints stop at once, what waits is
 * cancelled with its credits back. Signing in within seven days takes it back; then it is erased.
 */
export async function closeAccount(
  input: unknown,
  asker: Asker,
): Promise<{ eraseAfter: Date; isMailSent: boolean }> {
  const { password } = parseInput(PasswordInput, input);
  const { accountId } = await confirmPassword(asker, password);
  const closedAt = new Date();
  const eraseAfter = new Date(closedAt.getTime() + graceMs);
  await db().transaction((tx) => putOnHold({ accountId, closedAt, eraseAfter }, tx));
  announceSessions(accountId);
  // After the commit: from then on nothing new is admitted. What a crash leaves over, the worker cancels.
  await cancelWaitingMessages(accountId);
  return { eraseAfter, isMailSent: await notifyOwners(accountId, farewell(eraseAfter)) };
}

interface Hold {
  accountId: string;
  closedAt: Date;
  eraseAfter: Date;
}

async function putOnHold({ accountId, closedAt, eraseAfter }: Hold, tx: Tx): Promise<void> {
  await tx
    .update(accounts)
    .set({
      // A suspended account stays suspended, or closing and coming back would be a way out of it.
      status: sql`case when ${accounts.status} = 'active' then 'closing' else ${accounts.status} end`,
      closedAt,
      eraseAfter,
    })
    .where(and(eq(accounts.id, accountId), isNull(accounts.eraseAfter)));
  await tx
    .update(webhookEndpoints)
    .set({ enabled: false, disabledReason: "manual", disabledAt: closedAt })
    .where(and(eq(webhookEndpoints.accountId, accountId), eq(webhookEndpoints.enabled, true)));
  const people = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.accountId, accountId));
  const ids = people.map(({ id }) => id);
  await tx.delete(sessions).where(anyOf(sessions.userId, ids));
  await tx.delete(tickets).where(anyOf(tickets.userId, ids));
}

function farewell(eraseAfter: Date): Words<Letter> {
  const until = (language: Language) => {
    const format = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" } as const;
    return `${new Intl.DateTimeFormat(locales[language], format).format(eraseAfter)} UTC`;
  };
  const url = `${appUrl()}/sign-in`;
  return {
    en: {
      subject: "Your account is closed",
      paragraphs: [
        `Your Depesza account is closed and will be erased after ${until("en")}. Sign in before then and it is yours again.`,
        "Its tokens and webhooks no longer work. Pending messages were cancelled and their credits refunded. After that date, you can't undo this.",
      ],
      link: { words: "Keep the account", url },
    },
    pl: {
      subject: "Konto zostało zamknięte",
      paragraphs: [
        `Konto w Depeszy jest zamknięte i zostanie usunięte po ${until("pl")}. Wcześniejsze zalogowanie się je przywraca.`,
        "Tokeny i webhooki już nie działają. Oczekujące wiadomości zostały anulowane, a kredyty za nie wróciły. Po tym terminie nie da się tego cofnąć.",
      ],
      link: { words: "Zachowaj konto", url },
    },
  };
}
