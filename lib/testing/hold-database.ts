// A process that opens the embedded database in a folder and keeps it: tests kill it to see what becomes of it.
import { openEmbedded } from "../database/open-embedded";

const [dataDir = "", purpose = "serve"] = process.argv.slice(2);

const database = await openEmbedded({
  dataDir,
  password: "only-for-this-test-run",
  purpose: purpose === "visit" ? "visit" : "serve",
  onLost: () => process.stdout.write("lost\n"),
});
process.on("SIGTERM", async () => {
  await database.close();
  process.exit(0);
});
process.stdout.write(`${database.url}\n`);
