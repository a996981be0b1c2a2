import type { Metadata } from "next";
import { readTicket } from "@/lib/accounts/read-ticket";
import { ConfirmEmailForm } from "./_components/confirm-email-form";

export const metadata: Metadata = { title: "Confirm your e-mail" };

interface Props {
  searchParams: Promise<{ ticket?: string | string[] }>;
}

/** Where the link mailed to a new address leads. It asks first: mail programs look at links, too. */
export default async function ConfirmEmailPage({ searchParams }: Props) {
  const { ticket: secret } = await searchParams;
  const ticket = await readTicket("email", secret);
  return (
    <ConfirmEmailForm
      ticket={String(secret)}
      change={ticket && { from: ticket.email, to: ticket.newEmail ?? "" }}
    />
  );
}
