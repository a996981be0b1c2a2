import Link from "next/link";
import type { ReactNode } from "react";
import { ButtonLink } from "../ui/button-link";
import { ThemeSwitch } from "./theme-switch";
import { Wordmark } from "./wordmark";

/** The top of the pages anyone may read. `children` stand between the name and the links. */
export function PublicHeader({ children }: { children?: ReactNode }) {
  return (
    <header className="border-line border-b">
      <div className="mx-auto flex min-h-14 max-w-[76rem] flex-wrap items-center gap-x-4 gap-y-1 px-4 max-sm:py-1.5 sm:px-6">
        <Wordmark href="/" />
        <Link
          href="/docs"
          prefetch={false}
          className="inline-flex min-h-8 items-center px-2 text-mute hover:text-ink max-sm:hidden"
        >
          Docs
        </Link>
        {children}
        <div className="ml-auto flex items-center gap-1 sm:gap-2">
          <ThemeSwitch />
          <ButtonLink
            href="/sign-in"
            prefetch={false}
            className="border-transparent bg-transparent"
          >
            Sign in
          </ButtonLink>
          <ButtonLink href="/sign-up" prefetch={false}>
            Sign up
          </ButtonLink>
        </div>
      </div>
    </header>
  );
}
