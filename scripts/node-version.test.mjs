import { expect, it } from "vitest";
import { complainAboutNode } from "./node-version.mjs";

it.each(["20.20.0", "20.20.2", "22.1.0", "24.0.0"])("Node %s runs Depesza", (version) => {
  expect(complainAboutNode(version)).toBeUndefined();
});

it.each(["18.20.8", "20.19.9", "16.0.0"])("Node %s is refused with what to do", (version) => {
  expect(complainAboutNode(version)).toBe(
    `Depesza needs Node 20.20 or newer and this is ${version}; install a newer one from https://nodejs.org and start again.`,
  );
});
