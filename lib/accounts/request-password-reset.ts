import { addressGroup } from "../attempts/address-group";
import { hashForKey, takeAttempts } from "../attempts/attempts";
import type { Visitor } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { log } from "../core/log";
import { parseInput } from "../core/parse-input";
import { mailedLinkLifeMs } from "../sessions/session-lifetime";
import { issueTicket } from "../tickets/tickets";
import { passwordReset } from "./account-mails";
import { RequestResetInput } from "./contract";
import { findUser } from "./find-user";
import { mailUser } from "./mail-user";

const windowMs = 60 * 60_000;
/** Of one e-mail from one address, and of one address, which many may share. */
const maxPerPair = 5;
const maxPerAddress = 100;

/** Half a link's life: while no more are mailed, there is one in the mailbox that works for half an hour yet. */
const mailsWindowMs = mailedLinkLifeMs / 2;
const maxMails = 3;

interface Requested {
  visitor: Visitor;
  /** A `RequestResetInput` that nobody has checked. */
  input: unknown;
}

/**
 * Mails a link that sets a new password, if somebody has this e-mail. The answer never depends on that,
 * nor does its time: the look-up and the mail come after it. Throws rate_limited, alike for everyone. What
 * strangers ask for neither refuses the owner nor ends a link; it only stops further mails for a while.
 */
export async function requestPasswordReset({ visitor, input }: Requested): Promise<void> {
  const { email } = parseInput(RequestResetInput, input);
  const group = addressGroup(visitor.address);
  const pair = `reset:pair:${hashForKey(email)}:${group ?? "unknown"}`;
  await takeAttempts([
    { key: pair, most: maxPerPair, windowMs },
    ...(group ? [{ key: `reset:address:${group}`, most: maxPerAddress, windowMs }] : []),
  ]);
  mailLink(email).catch((error) =>
    log().error({ err: error }, "a reset link could not be created"),
  );
}

async function mailLink(email: string): Promise<void> {
  const user = await findUser({ email });
  if (!user || (await isMailboxFull(user.id))) return;
  const wanted = { kind: "reset", userId: user.id, lifeMs: mailedLinkLifeMs } as const;
  const ticket = await db().transaction((tx) => issueTicket(wanted, tx));
  await mailUser(user.id, passwordReset(ticket));
}

/** Whether a user has as many links as are mailed at a time; else one more counts. */
async function isMailboxFull(userId: string): Promise<boolean> {
  const mails = { key: `reset:mails:${userId}`, most: maxMails, windowMs: mailsWindowMs };
  const [taken] = await takeAttempts([mails]).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "rate_limited") return [];
    throw error;
  });
  return taken === undefined;
}
