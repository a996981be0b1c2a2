import Link from "next/link";
import type { ReactNode } from "react";
import { wordsOf } from "../language/current-language";
import { Balance } from "./balance";
import { ConnectionBanner } from "./connection-banner";
import { GuardNavigation } from "./guard-navigation";
import { Keyboard } from "./keyboard";
import { LanguageSwitch } from "./language-switch";
import { MoreMenu } from "./more-menu";
import { Navigation } from "./navigation";
import { PendingPage } from "./pending-page";
import { SignOutButton } from "./sign-out-button";
import { SkipLink } from "./skip-link";
import { ThemeSwitch } from "./theme-switch";
import { Wordmark } from "./wordmark";
import { shellWords } from "./words";

interface AppShellProps {
  /** The account's balance. */
  credits: number;
  /** The account is being led through its first steps. */
  isStarting: boolean;
  /** Its people administer the installation. */
  isAdmin: boolean;
  signOut: () => Promise<void>;
  /** What stands above everything else. */
  strip?: ReactNode;
  children: ReactNode;
}

/** What surrounds every signed-in screen: name, balance, navigation. */
export async function AppShell({
  credits,
  isStarting,
  isAdmin,
  signOut,
  strip,
  children,
}: AppShellProps) {
  const words = await wordsOf(shellWords);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="sticky top-0 z-20 border-line border-b bg-paper">
        {strip}
        <div className="mx-auto flex min-h-14 max-w-[84rem] flex-wrap items-center gap-2 px-4 sm:gap-4 sm:px-6">
          <Wordmark href="/overview" />
          <div className="ml-auto flex flex-wrap items-center justify-end sm:gap-3">
            <Keyboard isAdmin={isAdmin} />
            <Balance credits={credits} />
            <div className="flex items-center gap-3 max-sm:hidden">
              <Link
                href="/docs"
                prefetch={false}
                className="inline-flex h-8 items-center px-2 text-mute hover:text-ink"
              >
                {words.docs}
              </Link>
              <LanguageSwitch />
              <ThemeSwitch />
              <SignOutButton action={signOut} />
            </div>
            <MoreMenu isAdmin={isAdmin} signOut={signOut} />
          </div>
        </div>
      </header>
      <div className="mx-auto flex w-full max-w-[84rem] grow px-4 sm:gap-8 sm:px-6">
        <Navigation isStarting={isStarting} isAdmin={isAdmin} />
        <main id="content" tabIndex={-1} className="min-w-0 grow py-6 outline-none max-sm:pb-24">
          <ConnectionBanner />
          <GuardNavigation />
          <PendingPage>{children}</PendingPage>
        </main>
      </div>
    </div>
  );
}
