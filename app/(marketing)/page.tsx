import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { PublicHeader } from "@/components/shell/public-header";
import { SkipLink } from "@/components/shell/skip-link";
import { currentSession } from "@/lib/accounts/session";
import { Footer } from "./_components/footer";
import { Hero } from "./_components/hero";
import { OwnMachine } from "./_components/own-machine";
import { Prices } from "./_components/prices";
import { Questions } from "./_components/questions";
import { RulerDivider } from "./_components/ruler-divider";
import { UseCases } from "./_components/use-cases";
import { landingWords } from "./words";
import "../(docs)/docs.css";

export async function generateMetadata(): Promise<Metadata> {
  const { title, lead } = await wordsOf(landingWords);
  return { title: { absolute: title }, description: lead };
}

/** The front page: one promise, the meter to try and the request to copy. */
export default async function LandingPage() {
  const words = await wordsOf(landingWords);
  const isSignedIn = (await currentSession()) !== null;
  return (
    <>
      <SkipLink />
      <PublicHeader isSignedIn={isSignedIn} />
      <main id="content" tabIndex={-1} className="mx-auto max-w-[76rem] px-4 outline-none sm:px-6">
        <Hero words={words} isSignedIn={isSignedIn} />
        <RulerDivider />
        <UseCases words={words} />
        <Prices words={words} />
        <OwnMachine words={words} />
        <Questions words={words} />
      </main>
      <Footer words={words} />
    </>
  );
}
