import { Languages } from "lucide-react";
import { currentLanguage } from "../language/current-language";
import { menuRow } from "./menu-row";

interface LanguageSwitchProps {
  className?: string;
  /** In a menu, with the language's whole name. */
  isRow?: boolean;
}

/** Leads to the same page in the other language; a form, so that it works before any script has loaded. */
export async function LanguageSwitch({ className, isRow = false }: LanguageSwitchProps) {
  const other = (await currentLanguage()) === "pl" ? english : polish;
  return (
    <form action="/language" method="post" className={className}>
      <button
        type="submit"
        name="language"
        value={other.language}
        lang={other.language}
        aria-label={other.name}
        title={other.name}
        className={
          isRow
            ? menuRow
            : "grid h-8 place-items-center rounded-control px-1.5 font-medium text-mute uppercase hover:text-ink max-sm:size-11"
        }
      >
        {isRow && <Languages className="size-4" aria-hidden="true" />}
        {isRow ? other.name : other.language}
      </button>
    </form>
  );
}

const english = { language: "en", name: "English" };
const polish = { language: "pl", name: "Polski" };
