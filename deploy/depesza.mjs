#!/usr/bin/env node
// The command line where there are no sources: `docker compose exec app depesza --help`.
await import("../dist/cli.mjs");
