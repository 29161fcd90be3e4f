// Stands in for a package that wants a compiler: ends an extension host whose server is gone.
exports.start = (server) => {
  setInterval(() => {
    try {
      process.kill(server, 0);
    } catch {
      process.exit(87);
    }
  }, 1000).unref();
};
