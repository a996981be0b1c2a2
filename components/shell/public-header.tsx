import Link from "next/link";
import type { ReactNode } from "react";
import { wordsOf } from "../language/current-language";
import { ButtonLink } from "../ui/button-link";
import { LanguageSwitch } from "./language-switch";
import { ThemeSwitch } from "./theme-switch";
import { Wordmark } from "./wordmark";
import { shellWords } from "./words";

interface PublicHeaderProps {
  /** Leads back to the product instead of to its door. */
  isSignedIn: boolean;
  /** Stand between the name and the links. */
  children?: ReactNode;
}

/** The top of the pages anyone may read. */
export async function PublicHeader({ isSignedIn, children }: PublicHeaderProps) {
  const words = await wordsOf(shellWords);
  return (
    <header className="border-line border-b">
      <div className="mx-auto flex min-h-14 max-w-[76rem] flex-wrap items-center gap-x-4 gap-y-1 px-4 max-sm:py-1.5 sm:px-6">
        <Wordmark href="/" />
        <nav
          aria-label={words.main}
          className="flex items-center max-sm:order-last max-sm:-mx-2 max-sm:w-full"
        >
          <PlaceLink href="/docs">{words.docs}</PlaceLink>
          <PlaceLink href="/pricing">{words.pricing}</PlaceLink>
        </nav>
        {children}
        <div className="ml-auto flex flex-wrap items-center justify-end sm:gap-2">
          <LanguageSwitch />
          {/* On a phone two names have to fit; there the theme is the system's until someone signs in. */}
          <span className="max-sm:hidden">
            <ThemeSwitch />
          </span>
          {isSignedIn ? (
            <ButtonLink href="/overview" prefetch={false} className="max-sm:px-2 max-sm:text-sm">
              {words.panel}
            </ButtonLink>
          ) : (
            <Doors words={words} />
          )}
        </div>
      </div>
    </header>
  );
}

function PlaceLink({ href, children }: { href: "/docs" | "/pricing"; children: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-8 items-center px-2 text-mute hover:text-ink max-sm:min-h-11"
    >
      {children}
    </Link>
  );
}

function Doors({ words }: { words: { signIn: string; signUp: string } }) {
  return (
    <>
      <ButtonLink
        href="/sign-in"
        prefetch={false}
        className="border-transparent bg-transparent max-sm:px-2 max-sm:text-sm"
      >
        {words.signIn}
      </ButtonLink>
      <ButtonLink href="/sign-up" prefetch={false} className="max-sm:px-2 max-sm:text-sm">
        {words.signUp}
      </ButtonLink>
    </>
  );
}
