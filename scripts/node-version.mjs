const oldest = [20, 20];

/** What to tell someone whose Node is too old to run this; undefined when it is new enough. */
export function complainAboutNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isNewEnough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  if (isNewEnough) return undefined;
  return `Depesza needs Node ${oldest.join(".")} or newer and this is ${version}; install a newer one from https://nodejs.org and start again.`;
}
