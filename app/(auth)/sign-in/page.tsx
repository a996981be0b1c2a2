import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { lookUp } from "@/lib/language/look-up";
import { relyingParty } from "@/lib/passkeys/relying-party";
import { safeNextPath } from "@/lib/sign-in/safe-next-path";
import { currentSession } from "@/lib/sign-in/session";
import { KeptMailsHint } from "../_components/kept-mails-hint";
import { authWords } from "../words";
import { ForgetDrafts } from "./_components/forget-drafts";
import { SignInForm } from "./_components/sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(authWords)).signIn.title };
}

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
      <PageHeading title={(await wordsOf(authWords)).signIn.title} />
      {hasLeft(params.after) && <ForgetDrafts />}
      <News after={params.after} />
      <SignInForm next={next} passkeyOrigin={relyingParty()?.origin ?? null} />
      <KeptMailsHint />
    </>
  );
}

/** Whether somebody has just left on purpose, and did not only stay away too long. */
function hasLeft(after: string | string[] | undefined): boolean {
  return typeof after === "string" && ["sign-out", "closed", "closed-untold"].includes(after);
}

/** What has just happened to who comes here from elsewhere. */
async function News({ after }: { after: string | string[] | undefined }) {
  const words = (await wordsOf(authWords)).news;
  const story = typeof after === "string" ? lookUp(stories, after) : undefined;
  if (!story) return null;
  const { title, more } = words[story.news];
  return (
    <div className="mb-6">
      <Notice tone={story.tone} role="status" title={title}>
        {more}
        {story.isUntold && ` ${words.untold}`}
      </Notice>
    </div>
  );
}

interface Story {
  news: "reset" | "late" | "closed";
  tone: "ok" | "warn";
  /** The mail about it did not leave. */
  isUntold?: boolean;
}

const stories: Record<string, Story> = {
  reset: { news: "reset", tone: "ok" },
  late: { news: "late", tone: "warn" },
  closed: { news: "closed", tone: "ok" },
  "closed-untold": { news: "closed", tone: "warn", isUntold: true },
};
