import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { NotForRole } from "@/components/not-for-role";
import { isWelcomeWithheld } from "@/lib/accounts/is-welcome-withheld";
import { may } from "@/lib/core/permissions";
import { getBalance } from "@/lib/credits/get-balance";
import { listMessages } from "@/lib/message-log/list-messages";
import { getOnboarding } from "@/lib/onboarding/get-onboarding";
import { requireActor } from "@/lib/sign-in/session";
import { WelcomeWithheld } from "../_components/welcome-withheld";
import { StartGuide } from "./_components/start-guide";
import { readExamples } from "./read-examples";
import { startWords } from "./words";

/** The title in the reader's language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(startWords)).title };
}

/** From a new account to the first delivered message, each step ticked off by what happens. */
export default async function StartPage() {
  const actor = await requireActor("/start");
  if (!may(actor.role, "manage_tokens"))
    return <NotForRole role={actor.role} permission="manage_tokens" />;
  const [onboarding, { data }, credits, isWithheld] = await Promise.all([
    getOnboarding({ actor }),
    listMessages({ actor, input: { limit: 1 } }),
    getBalance({ actor }),
    isWelcomeWithheld({ actor }),
  ]);
  return (
    <StartGuide
      initial={{ onboarding, message: data[0] ?? null }}
      credits={credits}
      examples={readExamples()}
      notice={isWithheld && <WelcomeWithheld />}
    />
  );
}
