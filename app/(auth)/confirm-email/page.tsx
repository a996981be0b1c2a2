import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { readTicket } from "@/lib/tickets/read-ticket";
import { authWords } from "../words";
import { ConfirmEmailForm } from "./_components/confirm-email-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(authWords)).confirm.title };
}

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
