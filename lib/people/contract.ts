import { z } from "zod";
import { SignUpInput } from "../accounts/contract";
import { accountSentences } from "../accounts/sentences";
import { limitedText } from "../core/limited-text";
import { type Role, roles } from "../core/permissions";
import { worded } from "../core/worded";
import { peopleSentences } from "./sentences";

const RoleField = z.enum(roles, worded(peopleSentences.noRole));

const maxTicket = 200;
const maxId = 36;

/** Whom to invite, and as what. */
export const InviteInput = SignUpInput.pick({ email: true }).extend({ role: RoleField });

/** Whose role changes, and to what. */
export const ChangeRoleInput = z.object({
  user_id: limitedText(maxId).pipe(z.guid(worded(peopleSentences.notFound))),
  role: RoleField,
});

/** Who is to be removed. */
export const PersonInput = ChangeRoleInput.pick({ user_id: true });

/** Which invitation to send again or to take back. */
export const InvitationInput = z.object({
  invitation_id: limitedText(maxId).pipe(z.guid(worded(peopleSentences.noInvitation))),
});

/** The ticket of the mail, and how whoever got it wants to be called and to sign in. */
export const AcceptInvitationInput = SignUpInput.pick({ password: true }).extend({
  ticket: limitedText(maxTicket),
  name: limitedText(100, { error: peopleSentences.noName })
    .trim()
    .min(1, worded(peopleSentences.noName))
    .refine(
      (name) => name.isWellFormed() && !name.includes("\0"),
      worded(accountSentences.notAName),
    ),
});

/** One of the people of an account. */
export interface PersonView {
  userId: string;
  email: string;
  name: string | null;
  role: Role;
  /** When a browser of theirs that is signed in was last used; null when none is. */
  lastSeenAt: string | null;
  hasTwoStep: boolean;
  /** Whether it is the one who asks. */
  isYou: boolean;
}

/** Somebody who has not joined yet. */
export interface InvitationView {
  invitationId: string;
  email: string;
  role: Role;
  sentAt: string;
  expiresAt: string;
  /** Its link no longer works; sending it again makes a new one. */
  isExpired: boolean;
}
