import { z } from "zod";
import { version } from "../core/version";
import { defineCommand } from "./command";

/** For who starts several processes and wants the database to be ready before; every other command does it, too. */
export const migrateDatabase = defineCommand({
  words: "migrate",
  summary: "bring the tables of the database to this version",
  usage: "migrate",
  options: {},
  input: z.object({}),
  async run() {
    // The command line has migrated the database before it runs any command.
    return {
      lines: [`OK: the database has the tables of Depesza ${version}.`],
      json: { version },
    };
  },
});
