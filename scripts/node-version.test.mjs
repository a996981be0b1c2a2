import { expect, it } from "vitest";
import { complainAboutNode, warnAboutNode } from "./node-version.mjs";

it.each(["20.20.0", "20.20.2", "22.1.0", "24.0.0"])("Node %s runs Depesza", (version) => {
  expect(complainAboutNode(version)).toBeUndefined();
});

it.each(["18.20.8", "20.19.9", "16.0.0"])("Node %s is refused with what to do", (version) => {
  expect(complainAboutNode(version)).toBe(
    `Depesza needs Node 20.20 or newer and this is ${version}; install a newer one from https://nodejs.org and start again.`,
  );
});

it.each(["20.20.2", "21.0.0", "23.11.0"])(
  "Node %s is told in one line to move to 24",
  (version) => {
    const major = version.split(".")[0];
    expect(warnAboutNode(version)).toBe(
      `Node ${major} gets no more security updates. Depesza runs on it; use Node 24: https://nodejs.org`,
    );
  },
);

it.each(["22.1.0", "24.0.0", "25.1.0"])("Node %s is told nothing", (version) => {
  expect(warnAboutNode(version)).toBeUndefined();
});
