// Stands in for the logger, which wants a compiler. Without any, the extension host waits for it in a loop.
const { closeSync, mkdirSync, openSync, writeSync } = require('node:fs');
const { dirname } = require('node:path');

class Logger {
  constructor(path) {
    mkdirSync(dirname(path), { recursive: true });
    this.file = openSync(path, 'a');
  }
  drop() {
    closeSync(this.file);
    this.file = undefined;
  }
  write(text) {
    if (this.file !== undefined) writeSync(this.file, `${text}\n`);
  }
}
for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'critical']) Logger.prototype[level] = Logger.prototype.write;
for (const nothing of ['flush', 'setLevel', 'setPattern', 'clearFormatters']) Logger.prototype[nothing] = () => undefined;

exports.setFlushOn = exports.setLevel = () => undefined;
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (_name, path) => new Logger(path);
