import { BookOpen, Ellipsis, Shield, Users } from "lucide-react";
import Link from "next/link";
import { wordsOf } from "../language/current-language";
import { Permitted } from "../permitted";
import { LanguageSwitch } from "./language-switch";
import { menuRow } from "./menu-row";
import { SignOutButton } from "./sign-out-button";
import { ThemeSwitch } from "./theme-switch";
import { shellWords } from "./words";

const id = "more";

interface MoreMenuProps {
  isAdmin: boolean;
  signOut: () => Promise<void>;
}

/** What a phone's header has no room for, each by its name. The browser's own popover: it needs no script. */
export async function MoreMenu({ isAdmin, signOut }: MoreMenuProps) {
  const words = await wordsOf(shellWords);
  return (
    <div className="sm:hidden">
      <button
        type="button"
        popoverTarget={id}
        aria-label={words.more}
        className="-mr-3 grid size-11 place-items-center text-mute hover:text-ink"
      >
        <Ellipsis className="size-5" aria-hidden="true" />
      </button>
      <div
        id={id}
        popover="auto"
        className="inset-auto top-14 right-2 m-0 w-56 rounded-sheet border border-line bg-panel p-0 py-1 text-ink shadow-floating"
      >
        <Permitted permission="read_contacts">
          <Link href="/contacts" prefetch={false} className={menuRow}>
            <Users className="size-4" aria-hidden="true" />
            {words.places.contacts}
          </Link>
        </Permitted>
        {isAdmin && (
          <Link href="/admin" prefetch={false} className={menuRow}>
            <Shield className="size-4" aria-hidden="true" />
            {words.places.admin}
          </Link>
        )}
        <Link href="/docs" prefetch={false} className={menuRow}>
          <BookOpen className="size-4" aria-hidden="true" />
          {words.docs}
        </Link>
        <LanguageSwitch isRow />
        <ThemeSwitch rowClass={menuRow} />
        <SignOutButton action={signOut} isRow />
      </div>
    </div>
  );
}
