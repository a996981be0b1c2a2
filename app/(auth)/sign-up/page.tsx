import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import { env } from "@/lib/core/env";
import { currentSession } from "@/lib/sign-in/session";
import { authWords } from "../words";
import { SignUpForm } from "./_components/sign-up-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(authWords)).signUp.title };
}

/** Opens an account. */
export default async function SignUpPage() {
  if (await currentSession()) redirect("/overview");
  const words = (await wordsOf(authWords)).signUp;
  const credits = env().WELCOME_CREDITS;
  return (
    <>
      <PageHeading title={words.title} lead={credits > 0 ? words.lead(credits) : undefined} />
      <SignUpForm />
    </>
  );
}
