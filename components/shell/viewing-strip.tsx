import type { Viewing } from "@/lib/core/actor";
import { wordsOf } from "../language/current-language";
import { OutsideText } from "../outside-text";
import { Time } from "../ui/time";
import { adminWords } from "./admin-words";

interface ViewingStripProps {
  viewing: Viewing;
  /** Whom the administrator sees the account as. */
  email: string;
  endView: () => Promise<void>;
}

/** Says on every screen that this is somebody else's account, that nothing can be changed, and how to leave it. */
export async function ViewingStrip({ viewing, email, endView }: ViewingStripProps) {
  const { viewing: words } = await wordsOf(adminWords);
  return (
    <aside aria-label={words.label} className="bg-warn text-paper">
      <div className="mx-auto flex min-h-8 max-w-[84rem] flex-wrap items-center justify-between gap-x-4 px-4 text-sm sm:px-6">
        <p className="wrap-anywhere min-w-0 py-1">
          <strong className="font-semibold">
            {words.of} <OutsideText text={email} />
          </strong>{" "}
          {words.readOnly} {words.until} <Time at={viewing.until.toISOString()} />
        </p>
        <form action={endView}>
          <button
            type="submit"
            className="inline-flex items-center font-medium underline underline-offset-2 max-sm:min-h-11"
          >
            {words.end}
          </button>
        </form>
      </div>
    </aside>
  );
}
