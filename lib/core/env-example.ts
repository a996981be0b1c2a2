import { z } from "zod";
import { EnvSchema } from "./env";

export interface Setting {
  name: string;
  /** As it would be written in the environment; "" when there is none. */
  default: string;
  description: string;
}

/** Every setting of the product, read from the schema that validates them. */
export function describeEnv(): Setting[] {
  const { properties = {} } = z.toJSONSchema(EnvSchema, { io: "input" });
  return Object.entries(properties).map(([name, property]) => {
    const { default: byDefault, description } = z
      .object({ default: z.unknown().optional(), description: z.string() })
      .parse(property);
    return { name, default: String(byDefault ?? ""), description };
  });
}

const heading =
  "# Every setting there is, with its default. None has to be set; to change one, copy this file to .env.\n";

/** The text of `.env.example`: every setting commented out, with what it means and its default. */
export function envExample(): string {
  const settings = describeEnv().map(
    ({ name, default: byDefault, description }) => `# ${description}\n# ${name}=${byDefault}\n`,
  );
  return [heading, ...settings].join("\n");
}

/** The same list as a Markdown table, for the self-hosting page of the documentation. */
export function envTable(): string {
  const rows = describeEnv().map(({ name, default: byDefault, description }) => {
    return `| \`${name}\` | ${byDefault === "" ? "–" : `\`${byDefault}\``} | ${description} |`;
  });
  return ["| setting | default | what it does |", "|---|---|---|", ...rows].join("\n");
}
