// What of the statements that the tests send may break the rules of `check-statements.mjs`, and why.

// A file that sends the statement, or that it was sent for.
const exceptions = [];

// Faults that are still to be mended, by the file that sends the statement. A file that has none any more is refused.
const known = {};

module.exports = { exceptions, known };
