import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeading } from "@/components/ui/heading";
import { safeNextPath } from "@/lib/accounts/safe-next-path";
import { currentSession } from "@/lib/accounts/session";
import { SignInForm } from "./_components/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<{ next?: string | string[] }>;
}

/** Signs in and leads back to where the visitor wanted to go. */
export default async function SignInPage({ searchParams }: Props) {
  const next = safeNextPath((await searchParams).next) ?? "/messages";
  if (await currentSession()) redirect(next);
  return (
    <>
      <PageHeading title="Sign in" />
      <SignInForm next={next} />
    </>
  );
}
