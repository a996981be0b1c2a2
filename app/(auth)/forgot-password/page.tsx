import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/heading";
import { KeptMailsHint } from "../_components/kept-mails-hint";
import { RequestResetForm } from "./_components/request-reset-form";

export const metadata: Metadata = { title: "Forgot your password" };

/** Asks for a link that sets a new password. */
export default function ForgotPasswordPage() {
  return (
    <>
      <PageHeading
        title="Forgot your password"
        lead="A link to set a new one comes by mail. It works once, for one hour."
      />
      <RequestResetForm />
      <KeptMailsHint />
    </>
  );
}
