import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { requireSession } from "@/lib/accounts/session";
import { ChangePasswordForm } from "./_components/change-password-form";
import { signOutEverywhere } from "./actions";

export const metadata: Metadata = { title: "Account" };

/** The person's own settings: password and sessions. */
export default async function AccountPage() {
  const { email } = await requireSession("/settings/account");
  return (
    <>
      <PageHeading title="Account" lead={`Signed in as ${email}.`} />
      <div className="grid gap-8">
        <section>
          <SectionHeading
            title="Password"
            lead="A change signs out every other browser. This one stays signed in."
          />
          <ChangePasswordForm email={email} />
        </section>
        <section>
          <SectionHeading
            title="Sessions"
            lead="Ends every session of this account at once, this one too. API tokens are not touched."
          />
          <form action={signOutEverywhere}>
            <Button type="submit" variant="danger">
              Sign out everywhere
            </Button>
          </form>
        </section>
      </div>
    </>
  );
}
