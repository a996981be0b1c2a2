import { LogOut } from "lucide-react";
import { wordsOf } from "../language/current-language";
import { shellWords } from "./words";

/** Ends the session; a form, so that it works before any script has loaded. */
export async function SignOutButton({ action }: { action: () => Promise<void> }) {
  const words = await wordsOf(shellWords);
  return (
    <form action={action}>
      <button
        type="submit"
        className="inline-flex h-8 items-center gap-1.5 rounded-control px-2 text-mute hover:text-ink max-sm:size-11 max-sm:justify-center max-sm:px-0"
      >
        <LogOut className="size-4" aria-hidden="true" />
        <span className="max-sm:sr-only">{words.signOut}</span>
      </button>
    </form>
  );
}
