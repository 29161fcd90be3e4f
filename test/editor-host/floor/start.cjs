/**
 * Starts the old VS Code server, whose carrier exports it and does not start it: `node start.cjs --name value …`, the
 * server's own arguments. Says `Server bound to HOST:PORT`, as today's does.
 */
const { createServer } = require('node:http');
const { join } = require('node:path');

const given = process.argv.slice(2).reduce((pairs, each) => {
  if (each.startsWith('--')) pairs.push([each.slice(2), true]);
  else pairs.at(-1)[1] = each;
  return pairs;
}, []);
const { host, port, ...args } = Object.fromEntries(given);

(async () => {
  const vscode = await require(join(__dirname, 'node_modules/code-server/lib/vscode/out/server-main.js')).loadCodeWithNls();
  const server = await vscode.createServer(null, args);
  const web = createServer((request, response) => server.handleRequest(request, response));
  web.on('upgrade', (request, socket) => server.handleUpgrade(request, socket));
  web.listen(Number(port), host, () => console.log(`Server bound to ${host}:${web.address().port}`));
})();
