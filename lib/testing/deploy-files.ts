import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Copy, type Dockerfile, DockerfileParser, type From } from "dockerfile-ast";
import { describeEnv } from "../core/env-example";
import { projectRoot } from "../database/project-root";

/** A file of the folder `deploy`, as it is shipped. */
export function deployFile(path: string): string {
  return readFileSync(deployPath(path), "utf8");
}

/** Where a file of the folder `deploy` is. */
export function deployPath(path: string): string {
  return join(projectRoot(), "deploy", path);
}

/** A program of this machine, also one that only root has in its path; undefined where it is missing. */
export function findProgram(name: string): string | undefined {
  const PATH = [process.env["PATH"], "/usr/sbin", "/sbin"].join(delimiter);
  const { stdout } = spawnSync("sh", ["-c", 'command -v "$1"', "sh", name], {
    encoding: "utf8",
    env: { ...process.env, PATH },
  });
  return stdout.trim() || undefined;
}

/** The names among these that no setting has, also as `NAME_FILE`. */
export function unknownSettings(names: string[]): string[] {
  const known = new Set(describeEnv().map(({ name }) => name));
  return names.filter((name) => !known.has(name) && !known.has(name.replace(/_FILE$/, "")));
}

interface Stage {
  name: string | undefined;
  image: string;
  instructions: { keyword: string; words: string[]; text: string; from?: string }[];
}

/** The stages of the Dockerfile, in their order. */
export function imageStages(): Stage[] {
  const file: Dockerfile = DockerfileParser.parse(deployFile("Dockerfile"));
  const stages: Stage[] = [];
  for (const each of file.getInstructions()) {
    const keyword = each.getKeyword();
    if (keyword === "FROM") {
      const from = each as From;
      stages.push({
        name: from.getBuildStage() ?? undefined,
        image: from.getImage() ?? "",
        instructions: [],
      });
      continue;
    }
    const text = each.getArgumentsContent() ?? "";
    const words = text.startsWith("[")
      ? (JSON.parse(text) as string[])
      : each.getArguments().map((word) => word.getValue());
    const from = each instanceof Copy ? each.getFromFlag()?.getValue() : undefined;
    stages.at(-1)?.instructions.push({ keyword, words, text, ...(from && { from }) });
  }
  return stages;
}

/** What a stage copies: from another stage, or from the project, to where. */
export function copiesOf({
  instructions,
}: Stage): { from?: string; paths: string[]; to: string }[] {
  return instructions
    .filter(({ keyword }) => keyword === "COPY")
    .map(({ words, from }) => ({
      ...(from && { from }),
      paths: words.slice(0, -1),
      to: words.at(-1) ?? "",
    }));
}

/** The variables that the image sets for what runs in it. */
export function imageVariables(): Record<string, string> {
  const last = imageStages().at(-1);
  const set = last?.instructions.filter(({ keyword }) => keyword === "ENV") ?? [];
  const pairs = set.flatMap(({ text }) => [...text.matchAll(/([A-Z_]+)=(\S+)/g)]);
  return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, value]));
}
