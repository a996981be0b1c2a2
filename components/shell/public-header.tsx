import { ButtonLink } from "../ui/button-link";
import { ThemeSwitch } from "./theme-switch";
import { Wordmark } from "./wordmark";

/** The top of the pages anyone may read. */
export function PublicHeader() {
  return (
    <header className="border-line border-b">
      <div className="mx-auto flex min-h-14 max-w-[76rem] flex-wrap items-center gap-x-4 gap-y-1 px-4 sm:px-6">
        <Wordmark href="/" />
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
