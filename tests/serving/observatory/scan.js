// node scan.js HOST HTTP_PORT HTTPS_PORT PATH...: what the Observatory says of pages, JSON lines.
//
// It asks for a public name on the usual ports; every connection is led to this machine instead,
// so nothing leaves it. NODE_EXTRA_CA_CERTS names the certificate that is to be trusted.

import { existsSync, writeFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";

const OBSERVATORY = "@mdn/mdn-http-observatory";
const [host, httpPort, httpsPort, ...paths] = process.argv.slice(2);

/**
 * @param {typeof http.Agent | typeof https.Agent} agent
 * @param {string | undefined} port
 */
function stayHere(agent, port) {
  const connect = agent.prototype.createConnection;
  agent.prototype.createConnection = function (options, done) {
    return connect.call(this, { ...options, host: "127.0.0.1", port }, done);
  };
}

stayHere(http.Agent, httpPort);
stayHere(https.Agent, httpsPort);

// The list of hosts that browsers know as https only is fetched when the package is installed by
// its own script, which does not run here; a host of this machine is not on it.
const preloaded = new URL("../conf/hsts-preload.json", import.meta.resolve(OBSERVATORY));
if (!existsSync(preloaded)) writeFileSync(preloaded, "{}");

const { scan } = await import(OBSERVATORY);
for (const path of paths) {
  const { scan: found, tests } = await scan(`${host}${path}`);
  const failed = Object.keys(tests).filter((name) => !tests[name].pass);
  console.log(JSON.stringify({ path, score: found.score, grade: found.grade, failed }));
}
