import { wordsOf } from "../language/current-language";
import { shellWords } from "./words";

/** The first stop of the Tab key: past the navigation, to `<main id="content">`. */
export async function SkipLink() {
  const words = await wordsOf(shellWords);
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:border focus:border-control focus:bg-panel focus:px-3 focus:py-2"
    >
      {words.skip}
    </a>
  );
}
