import type { ReactNode } from "react";
import { Balance } from "./balance";
import { Navigation } from "./navigation";
import { SignOutButton } from "./sign-out-button";
import { SkipLink } from "./skip-link";
import { ThemeSwitch } from "./theme-switch";
import { Wordmark } from "./wordmark";

interface AppShellProps {
  credits: number;
  signOut: () => Promise<void>;
  children: ReactNode;
}

/** What surrounds every signed-in screen: name, balance, navigation. */
export function AppShell({ credits, signOut, children }: AppShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="sticky top-0 z-20 border-line border-b bg-paper">
        <div className="mx-auto flex h-14 max-w-[84rem] items-center gap-4 px-4 sm:px-6">
          <Wordmark href="/messages" />
          <div className="ml-auto flex items-center gap-1 sm:gap-3">
            <Balance credits={credits} />
            <ThemeSwitch />
            <SignOutButton action={signOut} />
          </div>
        </div>
      </header>
      <div className="mx-auto flex w-full max-w-[84rem] grow px-4 sm:gap-8 sm:px-6">
        <Navigation />
        <main id="content" tabIndex={-1} className="min-w-0 grow py-6 outline-none max-sm:pb-24">
          {children}
        </main>
      </div>
    </div>
  );
}
