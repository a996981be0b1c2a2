import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeading } from "@/components/ui/heading";
import { currentSession } from "@/lib/accounts/session";
import { env } from "@/lib/core/env";
import { SignUpForm } from "./_components/sign-up-form";

export const metadata: Metadata = { title: "Create account" };

/** Opens an account. */
export default async function SignUpPage() {
  if (await currentSession()) redirect("/overview");
  const credits = env().WELCOME_CREDITS;
  return (
    <>
      <PageHeading
        title="Create account"
        lead={
          credits > 0 ? `Starts with ${credits} credits, at once. No card, no contract.` : undefined
        }
      />
      <SignUpForm />
    </>
  );
}
