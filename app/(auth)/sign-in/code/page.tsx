import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import { safeNextPath } from "@/lib/sign-in/safe-next-path";
import { currentSession, secondStepTicket } from "@/lib/sign-in/session";
import { readTicket } from "@/lib/tickets/read-ticket";
import { authWords } from "../../words";
import { CodeForm } from "./_components/code-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(authWords)).code.title };
}

interface Props {
  searchParams: Promise<{ next?: string | string[]; with?: string | string[] }>;
}

/** The second step of a sign-in. The password was right; nothing is open yet. */
export default async function CodePage({ searchParams }: Props) {
  const params = await searchParams;
  const next = safeNextPath(params.next) ?? "/overview";
  if (await currentSession()) redirect(next);
  if (!(await readTicket("second_step", await secondStepTicket()))) redirect("/sign-in?after=late");
  const isRecovery = params.with === "recovery";
  const words = (await wordsOf(authWords)).code;
  return (
    <>
      <PageHeading
        title={isRecovery ? words.recoveryTitle : words.title}
        lead={isRecovery ? words.recoveryLead : words.lead}
      />
      <CodeForm key={String(isRecovery)} next={next} isRecovery={isRecovery} />
    </>
  );
}
