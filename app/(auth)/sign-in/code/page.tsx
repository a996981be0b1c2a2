import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeading } from "@/components/ui/heading";
import { readTicket } from "@/lib/accounts/read-ticket";
import { safeNextPath } from "@/lib/accounts/safe-next-path";
import { currentSession, secondStepTicket } from "@/lib/accounts/session";
import { CodeForm } from "./_components/code-form";

export const metadata: Metadata = { title: "Enter the code" };

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
  return (
    <>
      <PageHeading
        title={isRecovery ? "Enter a recovery code" : "Enter the code"}
        lead={
          isRecovery
            ? "One of the ten you were given when you turned two-step sign-in on. Each works once."
            : "The six digits your authenticator app shows for Depesza."
        }
      />
      <CodeForm key={String(isRecovery)} next={next} isRecovery={isRecovery} />
    </>
  );
}
