import Link from "next/link";
import type { ReactNode } from "react";
import { wordsOf } from "../language/current-language";
import { AdminNavigation } from "./admin-navigation";
import { adminWords } from "./admin-words";
import { ConnectionBanner } from "./connection-banner";
import { GuardNavigation } from "./guard-navigation";
import { Keyboard } from "./keyboard";
import { LanguageSwitch } from "./language-switch";
import { PendingPage } from "./pending-page";
import { SignOutButton } from "./sign-out-button";
import { SkipLink } from "./skip-link";
import { ThemeSwitch } from "./theme-switch";
import { Wordmark } from "./wordmark";

interface AdminShellProps {
  /** Where the installation is reached, as its people know it. */
  host: string;
  signOut: () => Promise<void>;
  children: ReactNode;
}

/** What surrounds every screen of the administration. The strip says that it concerns everybody, not one account. */
export async function AdminShell({ host, signOut, children }: AdminShellProps) {
  const words = await wordsOf(adminWords);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="sticky top-0 z-20 border-line border-b bg-paper">
        <div className="bg-petrol text-paper">
          <div className="mx-auto flex min-h-8 max-w-[84rem] flex-wrap items-center justify-between gap-x-4 px-4 text-sm sm:px-6">
            <p className="min-w-0 truncate font-semibold">{words.strip(host)}</p>
            <Link
              href="/overview"
              prefetch={false}
              className="inline-flex items-center underline underline-offset-2 max-sm:min-h-11"
            >
              {words.back}
            </Link>
          </div>
        </div>
        <div className="mx-auto flex min-h-14 max-w-[84rem] flex-wrap items-center gap-2 px-4 sm:gap-4 sm:px-6">
          <Wordmark href="/admin" />
          <div className="ml-auto flex flex-wrap items-center justify-end gap-3">
            <Keyboard isAdmin />
            <LanguageSwitch />
            <ThemeSwitch />
            <SignOutButton action={signOut} />
          </div>
        </div>
      </header>
      <div className="mx-auto flex w-full max-w-[84rem] grow px-4 max-sm:flex-col sm:gap-8 sm:px-6">
        <AdminNavigation />
        <main id="content" tabIndex={-1} className="min-w-0 grow py-6 outline-none">
          <ConnectionBanner />
          <GuardNavigation />
          <PendingPage>{children}</PendingPage>
        </main>
      </div>
    </div>
  );
}
