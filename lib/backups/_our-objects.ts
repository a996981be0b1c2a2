import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { once } from "../core/once";
import { projectRoot } from "../database/project-root";

/** The migrations of this build, in their order. */
export const ourMigrations = once(() =>
  readMigrationFiles({ migrationsFolder: join(projectRoot(), "drizzle/migrations") }),
);

interface OurObjects {
  /** Tables and views. */
  relations: string[];
  functions: string[];
}

const relation = /\b(?:create (?:table|view)|rename to) (?:"public"\.)?"(\w+)"/gi;
const routine = /\bcreate (?:or replace )?function "?(\w+)"?/gi;

/** The names of what the migrations of all releases have made in the schema `public`; whatever else is there is not ours. */
export const ourObjects = once((): OurObjects => {
  const text = ourMigrations()
    .flatMap(({ sql }) => sql)
    .join("\n");
  const named = (shape: RegExp) => [
    ...new Set([...text.matchAll(shape)].map(([, name = ""]) => name)),
  ];
  return { relations: named(relation), functions: named(routine) };
});
