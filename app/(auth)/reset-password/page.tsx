import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/heading";
import { readTicket } from "@/lib/accounts/read-ticket";
import { DeadLink } from "../_components/dead-link";
import { ResetPasswordForm } from "./_components/reset-password-form";

export const metadata: Metadata = { title: "Set a new password" };

interface Props {
  searchParams: Promise<{ ticket?: string | string[] }>;
}

/** Where the mailed link leads. Looking at it uses nothing up: mail programs look at links, too. */
export default async function ResetPasswordPage({ searchParams }: Props) {
  const { ticket: secret } = await searchParams;
  const ticket = await readTicket("reset", secret);
  if (!ticket) return <DeadLink href="/forgot-password" words="Ask for a new link" />;
  return (
    <>
      <PageHeading
        title="Set a new password"
        lead={
          <>
            For <span className="wrap-anywhere">{ticket.email}</span>. Every browser that is signed
            in will be signed out.
          </>
        }
      />
      <ResetPasswordForm ticket={String(secret)} email={ticket.email} />
    </>
  );
}
