import { Search } from "lucide-react";
import { wordsOf } from "@/components/language/current-language";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { adminMessagesWords } from "../words";

/** One field that finds a message of any account. */
export async function FindMessage({ wanted }: { wanted: string }) {
  const words = await wordsOf(adminMessagesWords);
  return (
    <search className="w-full sm:max-w-xl">
      <form
        action="/admin/messages"
        className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 gap-y-1.5"
      >
        <label htmlFor="wanted" className="col-span-full font-medium">
          {words.search}
        </label>
        <div className="relative min-w-0">
          <Search
            className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-mute"
            aria-hidden="true"
          />
          <input
            id="wanted"
            key={wanted}
            name="q"
            type="search"
            data-search
            defaultValue={wanted}
            maxLength={100}
            aria-describedby="wanted-hint"
            className={`${controlClass} h-8 pl-8! max-sm:h-11`}
          />
        </div>
        <Button type="submit">{words.find}</Button>
        <p id="wanted-hint" className="col-span-full text-mute text-sm">
          {words.hint}
        </p>
      </form>
    </search>
  );
}
