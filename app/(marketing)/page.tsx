import type { Metadata } from "next";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { PublicHeader } from "@/components/shell/public-header";
import { SkipLink } from "@/components/shell/skip-link";
import { hasRealCarrier } from "@/lib/carriers/has-real-carrier";
import { siteKind } from "@/lib/core/env";
import { currentSession } from "@/lib/sign-in/session";
import { Attempts } from "./_components/attempts";
import { Calls } from "./_components/calls";
import { Compared } from "./_components/compared";
import { End } from "./_components/end";
import { Follow } from "./_components/follow";
import { Footer } from "./_components/footer";
import { Hero } from "./_components/hero";
import { LimitsList } from "./_components/limits-list";
import { LoadOnInteraction } from "./_components/load-on-interaction";
import { Measured } from "./_components/measured";
import { Meter } from "./_components/meter";
import { Prices } from "./_components/prices";
import { Promises } from "./_components/promises";
import { Questions } from "./_components/questions";
import { RulerDivider } from "./_components/ruler-divider";
import { SelfHost } from "./_components/self-host";
import { shareMetadata } from "./share-metadata";
import { landingWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  const { title, serviceTitle, lead } = await wordsOf(landingWords);
  const chosen = siteKind(hasRealCarrier()) === "service" ? serviceTitle : title;
  const language = await currentLanguage();
  return {
    ...shareMetadata({ path: "/", title: chosen, description: lead, language }),
    title: { absolute: chosen },
    description: lead,
  };
}

/** The front page: one message, followed from its request to the webhook. */
export default async function LandingPage() {
  const words = await wordsOf(landingWords);
  const isService = siteKind(hasRealCarrier()) === "service";
  const isSignedIn = (await currentSession()) !== null;
  return (
    <>
      <LoadOnInteraction />
      <SkipLink />
      <PublicHeader isSignedIn={isSignedIn} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-[76rem] px-4 outline-none sm:px-6">
        <Hero words={words} isSignedIn={isSignedIn} isService={isService} />
        <Follow words={words} />
        <RulerDivider />
        <Meter words={words} />
        <Calls words={words} />
        <Attempts words={words} />
        <Promises words={words} />
        {isService ? (
          <Prices words={words} />
        ) : (
          <>
            <Measured words={words} />
            <Compared words={words} />
            <SelfHost words={words} />
          </>
        )}
        <LimitsList words={words} />
        <Questions words={words} />
        <End words={words} isSignedIn={isSignedIn} />
      </main>
      <Footer words={words} />
    </>
  );
}
