import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import { readTicket } from "@/lib/tickets/read-ticket";
import { DeadLink } from "../_components/dead-link";
import { authWords } from "../words";
import { ResetPasswordForm } from "./_components/reset-password-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(authWords)).reset.title };
}

interface Props {
  searchParams: Promise<{ ticket?: string | string[] }>;
}

/** Where the mailed link leads. Looking at it uses nothing up: mail programs look at links, too. */
export default async function ResetPasswordPage({ searchParams }: Props) {
  const { ticket: secret } = await searchParams;
  const ticket = await readTicket("reset", secret);
  const words = (await wordsOf(authWords)).reset;
  if (!ticket) return <DeadLink href="/forgot-password" words={words.deadWords} />;
  return (
    <>
      <PageHeading
        title={words.title}
        lead={
          <>
            {words.whose} <span className="wrap-anywhere">{ticket.email}</span>
            {words.effect}
          </>
        }
      />
      <ResetPasswordForm ticket={String(secret)} email={ticket.email} />
    </>
  );
}
