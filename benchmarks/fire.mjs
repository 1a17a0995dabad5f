// Asks one server over some connections, each in its own order, for some seconds or some amount of requests, and tells
// every answer's time. Reads the job from its input: { url, seconds | amount, headers, clients: [[{ path, body }]] }.
import { text } from "node:stream/consumers";
import autocannon from "autocannon";

const job = JSON.parse(await text(process.stdin));
const lists = job.clients.map((list) => list.map((each) => ({ method: "POST", headers: job.headers, ...each })));
const times = [];
let connected = 0;
let bytes = 0;
let began = performance.now();
let ended = began;

const run = autocannon(
  {
    url: job.url,
    connections: lists.length,
    ...(job.amount ? { amount: job.amount } : { duration: job.seconds }),
    sampleInt: 100,
    timeout: 30,
    requests: lists[0],
    setupClient: (client) => client.setRequests(lists[connected++ % lists.length]),
    verifyBody: (body) => !body.includes('"errors":'),
  },
  (error, result) => {
    if (error) throw error;
    const { errors, timeouts, non2xx, mismatches } = result;
    const seconds = (ended - began) / 1000;
    process.stdout.write(JSON.stringify({ seconds, bytes, times, failed: errors + timeouts + non2xx + mismatches }));
  },
);
run.on("start", () => (began = performance.now()));
run.on("response", (_client, _status, size, time) => {
  times.push(time);
  bytes += size;
  ended = performance.now();
});
