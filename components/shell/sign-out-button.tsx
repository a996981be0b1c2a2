import { LogOut } from "lucide-react";

/** Ends the session; a form, so that it works before any script has loaded. */
export function SignOutButton({ action }: { action: () => Promise<void> }) {
  return (
    <form action={action}>
      <button
        type="submit"
        className="inline-flex h-8 items-center gap-1.5 rounded-control px-2 text-mute hover:text-ink max-sm:size-11 max-sm:justify-center max-sm:px-0"
      >
        <LogOut className="size-4" aria-hidden="true" />
        <span className="max-sm:sr-only">Sign out</span>
      </button>
    </form>
  );
}
