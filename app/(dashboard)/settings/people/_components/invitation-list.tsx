"use client";

import { useLanguage, useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/use-action";
import { isolatedText } from "@/components/visible-text";
import { roleNames } from "@/lib/core/permissions";
import type { InvitationView } from "@/lib/people/contract";
import { resendAction, revokeAction } from "../actions";
import { peopleWords } from "../words";

/** Who was invited and has not joined: send again, or revoke. */
export function InvitationList({ invitations }: { invitations: InvitationView[] }) {
  const { open: words, invite } = useWords(peopleWords);
  const language = useLanguage();
  const [resent, resend, isSending] = useAction(resendAction);
  const [revoked, revoke, isRevoking] = useAction(revokeAction);
  return (
    <section>
      <SectionHeading title={words.title} />
      {resent?.ok && (
        <Notice tone="ok" role="status" title={invite.sent(isolatedText(resent.value.email))} />
      )}
      {resent?.ok === false && <Notice tone="bad" role="alert" title={resent.message} />}
      {revoked?.ok && <Notice tone="ok" role="status" title={words.revoked} />}
      {revoked?.ok === false && <Notice tone="bad" role="alert" title={revoked.message} />}
      {invitations.length === 0 && <p className="text-mute">{words.none}</p>}
      <ul>
        {invitations.map(({ invitationId, email, role, sentAt, expiresAt, isExpired }) => (
          <li
            key={invitationId}
            className="grid items-center gap-x-6 gap-y-2 border-line border-b py-3 md:grid-cols-[minmax(0,1fr)_16rem_auto]"
          >
            <p className="min-w-0">
              <span className="wrap-anywhere font-medium">{email}</span>
              <span className="block text-mute text-sm">{roleNames[role][language]}</span>
            </p>
            <p className="text-mute text-sm">
              {words.sent} <Time at={sentAt} />
              <br />
              {isExpired ? words.expired : words.expires} <Time at={expiresAt} />
            </p>
            <div className="flex flex-wrap gap-2">
              <form action={resend}>
                <input type="hidden" name="invitation_id" value={invitationId} />
                <Button type="submit" isBusy={isSending} aria-label={words.againTo(email)}>
                  {words.again}
                </Button>
              </form>
              <form action={revoke}>
                <input type="hidden" name="invitation_id" value={invitationId} />
                <Button
                  type="submit"
                  variant="danger"
                  isBusy={isRevoking}
                  aria-label={words.revokeOf(email)}
                >
                  {words.revoke}
                </Button>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
