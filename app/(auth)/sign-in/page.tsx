import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { safeNextPath } from "@/lib/accounts/safe-next-path";
import { currentSession } from "@/lib/accounts/session";
import { KeptMailsHint } from "../_components/kept-mails-hint";
import { SignInForm } from "./_components/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<{ next?: string | string[]; after?: string | string[] }>;
}

/** Signs in and leads back to where the visitor wanted to go. */
export default async function SignInPage({ searchParams }: Props) {
  const params = await searchParams;
  const next = safeNextPath(params.next) ?? "/overview";
  if (await currentSession()) redirect(next);
  return (
    <>
      <PageHeading title="Sign in" />
      <News after={params.after} />
      <SignInForm next={next} />
      <KeptMailsHint />
    </>
  );
}

/** What has just happened to who comes here from elsewhere. */
function News({ after }: { after: string | string[] | undefined }) {
  const news = typeof after === "string" ? stories[after] : undefined;
  if (!news) return null;
  return (
    <div className="mb-6">
      <Notice tone={news.tone} role="status" title={news.title}>
        {news.more}
      </Notice>
    </div>
  );
}

const closed = {
  title: "Your account is closed.",
  more: "Sign in within seven days and it is yours again. Then it is erased, and that cannot be undone.",
};

const stories: Record<string, { tone: "ok" | "warn"; title: string; more: string }> = {
  reset: {
    tone: "ok",
    title: "Your password is changed.",
    more: "Every browser is signed out. Sign in with the new password.",
  },
  late: {
    tone: "warn",
    title: "This took too long.",
    more: "A code has to follow the password within ten minutes. Start again.",
  },
  closed: { tone: "ok", ...closed },
  "closed-untold": {
    tone: "warn",
    title: closed.title,
    more: `${closed.more} The mail that says so could not be sent.`,
  },
};
