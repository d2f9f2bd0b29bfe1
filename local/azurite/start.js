// Runs Azurite for as long as the process that started it holds the other end of standard input.
// That end closes even when the process is killed, so Azurite never outlives it, and it stops in order: what it holds is on disk.
process.stdin.on("end", () => process.emit("SIGTERM") || process.exit()).resume();

// A terminal sends Ctrl+C to this process too. Storage stays until its owner has finished with it.
process.on("SIGINT", () => {});
process.on("newListener", (event, listener) => {
  if (event === "SIGINT") setImmediate(() => process.off("SIGINT", listener));
});

require("azurite/dist/src/azurite.js");
