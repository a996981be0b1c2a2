import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import { KeptMailsHint } from "../_components/kept-mails-hint";
import { authWords } from "../words";
import { RequestResetForm } from "./_components/request-reset-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(authWords)).forgot.title };
}

/** Asks for a link that sets a new password. */
export default async function ForgotPasswordPage() {
  const { title, lead } = (await wordsOf(authWords)).forgot;
  return (
    <>
      <PageHeading title={title} lead={lead} />
      <RequestResetForm />
      <KeptMailsHint />
    </>
  );
}
