// Answers the connections that it is handed over, for tests of the process that does so.
import { createServer } from "node:http";
import { takeConnections } from "../server/take-connections";

takeConnections(createServer((_request, response) => response.end("answered")));
