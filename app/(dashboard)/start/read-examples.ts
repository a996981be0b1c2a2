import { languages } from "@/app/(docs)/docs/_content/languages";
import { readSnippet } from "@/app/(docs)/docs/_content/read-snippet";

/** The guide's request in one language of the documentation: the program, and how it is run. */
export interface Example {
  id: string;
  label: string;
  file: string;
  code: string;
  command: string;
}

const commands: Record<string, string> = {
  node: "node",
  python: "python3",
  php: "php",
  go: "go run",
};

/** The examples of the documentation that send one SMS; what a shell runs needs no file and is not among them. */
export function readExamples(): Example[] {
  return languages
    .filter(({ id }) => id in commands)
    .map(({ id, label, extension }) => {
      const file = `send.${extension}`;
      return { id, label, file, code: readSnippet("send", id), command: `${commands[id]} ${file}` };
    });
}
