import { exampleOrigin } from "./example-origin";
import { languages } from "./languages";
import { snippetFolder, snippetPath } from "./read-snippet";

/** All examples, for who runs them. */
export const exampleFiles = {
  languages,
  folder: snippetFolder,
  origin: exampleOrigin,
  pathOf: snippetPath,
};
