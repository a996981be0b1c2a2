import { LogOut } from "lucide-react";
import { wordsOf } from "../language/current-language";
import { menuRow } from "./menu-row";
import { shellWords } from "./words";

interface SignOutButtonProps {
  action: () => Promise<void>;
  /** In a menu. */
  isRow?: boolean;
}

/** Ends the session; a form, so that it works before any script has loaded. */
export async function SignOutButton({ action, isRow = false }: SignOutButtonProps) {
  const words = await wordsOf(shellWords);
  return (
    <form action={action}>
      <button
        type="submit"
        className={
          isRow
            ? menuRow
            : "inline-flex h-8 items-center gap-1.5 rounded-control px-2 text-mute hover:text-ink"
        }
      >
        <LogOut className="size-4" aria-hidden="true" />
        {words.signOut}
      </button>
    </form>
  );
}
