#!/usr/bin/env node
// How long every kind of page takes when it is asked for the first time, by 16 connections at once, and how large its HTML is.
//
//   npm run build && node bench/pages.mjs [ARCHIVE | ADDRESS] [KIND ...]
//
// ARCHIVE is a file that a server of its own is started on (default: PACTLINE_ARCHIVE), ADDRESS a server that runs already. Addresses are found
// by walking from the first page and are sorted by kind; what the walk fetched is not measured, so each measured page is computed. Told are
// times at the median and of the slowest in a hundred for one kind alone and for all kinds mixed, the same asked again, processor time of
// the server for one page (its own server, on Linux), and sizes before packing. PAGES_EACH says how many of a kind are asked for.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { chance } from "./chance.mjs";

const CONNECTIONS = 16;
const EACH = Number(process.env.PAGES_EACH ?? 48);
/** Pages of each kind that the walk may fetch; those asked before measuring, so that the program is warm. */
const WALKED = 25;
const WARMING = 8;

const KINDS = [
  ["card", /\/card\.svg$/],
  ["feed", /\.(?:atom|rss|feed\.json)(?:\?|$)/],
  ["citation", /^\/cite\/.*\.(?:bib|ris|csl\.json)(?:\?|$)/],
  ["cite", /^\/cite\//],
  ["twin", /\.json(?:\?|$)/],
  ["table", /\.csv(?:\?|$)/],
  ["markdown", /\.(?:md|txt)(?:\?|$)/],
  ["change", /\/compare\/[^/]*\/changes\//],
  ["side by side", /^\/partnerships\/[^/]*\/compare\/.*view=side/],
  ["whole text", /^\/partnerships\/[^/]*\/compare\/.*view=text/],
  ["comparison", /^\/partnerships\/[^/]*\/compare\//],
  ["witnesses", /^\/partnerships\/[^/]*\/[^/?]*\/documents/],
  ["meeting", /^\/partnerships\/[^/]*\/\d/],
  ["partnership", /^\/partnerships\/[^/]+$/],
  ["partnerships", /^\/partnerships(?:\?|$)/],
  ["document", /^\/documents\/[^/]+$/],
  ["documents", /^\/documents(?:\?|$)/],
  ["thread", /^\/commitments\/[^/]+$/],
  ["topic", /^\/topics\/[^/]+$/],
  ["topics", /^\/topics(?:\?|$)/],
  ["compare", /^\/compare(?:\?|$)/],
  ["changes", /^\/changes(?:\?|$)/],
  ["brief", /^\/brief(?:\?|$)/],
  ["search", /^\/search(?:\?|$)/],
  ["history", /^\/history(?:\?|$)/],
  ["timeline", /^\/timeline(?:\?|$)/],
  ["home", /^\/(?:\?|$)/],
];
const WORDS = "semiconductor,artificial intelligence,climate,clean energy,trade,security,maritime,health,pandemic,space,cyber,quantum,investment,supply chain,nuclear,hydrogen,migration,education,women,democracy,human rights,infrastructure,agriculture,water,ocean,fisheries,visa,students,terrorism,defence,export controls,critical minerals,aviation,drugs,corruption,vaccines,submarine cables,5G,steel,tourism".split(",");

const kindOf = (path) => KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

const random = chance(16);
const pick = (list) => list.splice(Math.floor(random() * list.length), 1)[0];

const ask = (base, path) => new Promise((resolve, reject) => {
  const started = performance.now();
  get(base + path, { agent, headers: { "Accept-Encoding": "gzip" } }, (response) => {
    const chunks = [];
    response.on("data", (chunk) => chunks.push(chunk));
    response.on("end", () => {
      const ms = performance.now() - started;
      const body = Buffer.concat(chunks);
      resolve({ path, status: response.statusCode, type: response.headers["content-type"] ?? "", body: response.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body, ms });
    });
  }).on("error", reject);
});

/** Asks for all, by as many connections as there may be. */
async function load(base, paths, connections = CONNECTIONS) {
  const answers = [];
  let at = 0;
  await Promise.all(Array.from({ length: connections }, async () => {
    while (at < paths.length) {
      const { body, ...answer } = await ask(base, paths[at++]);
      answers.push({ ...answer, bytes: body.byteLength });
    }
  }));
  return answers;
}

/** Addresses by kind, none of which was fetched; the walk prefers kinds of which least is known. */
async function walk(base) {
  const known = new Map(KINDS.map(([kind]) => [kind, []]));
  const open = new Map(KINDS.map(([kind]) => [kind, []]));
  const seen = new Set();
  const left = new Map(KINDS.map(([kind]) => [kind, WALKED]));
  const offer = (path) => {
    const kind = kindOf(path);
    if (kind === null || seen.has(path)) return;
    seen.add(path);
    open.get(kind).push(path);
  };
  for (const path of ["/", "/timeline", "/partnerships", "/documents", "/topics", "/changes", "/brief", "/history", "/compare"]) offer(path);
  for (let fetched = true; fetched; ) {
    fetched = false;
    for (const [kind, paths] of open) {
      if (paths.length === 0 || left.get(kind) === 0 || ["table", "feed", "citation", "card", "twin", "markdown"].includes(kind)) continue;
      fetched = true;
      left.set(kind, left.get(kind) - 1);
      const { body, type } = await ask(base, pick(paths));
      if (!type.startsWith("text/html")) continue;
      for (const [, address] of body.toString().matchAll(/(?:href|content)="([^"#]*)/g)) {
        const path = address.replaceAll("&amp;", "&").replace(base, "");
        if (path.startsWith("/")) offer(path);
      }
    }
  }
  const meetings = [...seen].flatMap((path) => /^\/partnerships\/([^/]*)\/(\d{4}-\d\d-\d\d)$/.exec(path)?.slice(1, 3).join("/") ?? []);
  for (const word of WORDS) for (const scope of ["", "&in=documents", "&in=changes"]) offer(`/search?q=${encodeURIComponent(word)}${scope}`);
  for (const meeting of meetings.slice(0, 80)) offer(`/brief?since=${meeting.slice(-10)}`);
  for (let at = 0; at + 1 < meetings.length && at < 80; at += 1) offer(`/compare?before=${meetings[at]}&after=${meetings[at + 1]}`);
  // Of a page that is one of its kind, as many as are asked for: what the page does not know in a query changes its address only.
  for (let at = 0; at < EACH * 2 + WARMING; at += 1) for (const path of ["/", "/topics", "/partnerships", "/history", "/timeline"]) offer(`${path}?cold=${at}`);
  for (const [kind, paths] of open) while (paths.length > 0) known.get(kind).push(pick(paths));
  return known;
}

const sorted = (numbers) => numbers.toSorted((a, b) => a - b);
const share = (numbers, part) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? 0;

/** Processor time that the server used so far, in milliseconds; null where it cannot be known. */
function processorTime(pid) {
  if (pid === null || !existsSync(`/proc/${pid}/stat`)) return null;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function start(archive) {
  const child = spawn(process.execPath, [fileURLToPath(new URL("../bin/pactline.js", import.meta.url)), "serve", "--no-seeds", "--archive", archive, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("the server ended")));
    child.stdout.on("data", (chunk) => {
      const [address] = /http:\/\/\S+(?=\/ )/.exec(String(chunk)) ?? [];
      if (address !== undefined) resolve({ base: address, pid: child.pid, stop: () => new Promise((done) => { child.once("exit", done); child.kill("SIGTERM"); }) });
    });
  });
}

async function measure({ base, pid }, wanted) {
  const known = await walk(base);
  const rounds = [...known].filter(([kind]) => wanted.length === 0 || wanted.includes(kind)).map(([kind, paths]) => ({ kind, warm: paths.splice(0, WARMING), alone: paths.splice(0, Math.min(EACH, Math.ceil(paths.length / 2))), mixed: paths.splice(0, EACH) }));
  await load(base, rounds.flatMap(({ warm }) => warm), 1);
  const found = new Map();
  for (const { kind, alone } of rounds) {
    const before = processorTime(pid);
    const answers = await load(base, alone);
    const after = processorTime(pid);
    found.set(kind, { answers, cpu: before === null || answers.length === 0 ? null : (after - before) / answers.length });
  }
  const mixed = rounds.flatMap((round) => round.mixed.map((path) => ({ path, at: random() }))).toSorted((a, b) => a.at - b.at).map(({ path }) => path);
  const before = processorTime(pid);
  const first = await load(base, mixed);
  const cpu = before === null ? null : (processorTime(pid) - before) / first.length;
  const again = await load(base, mixed);
  tell(found, first, again);
  if (cpu !== null) console.log(`processor time of the server for one page, all kinds mixed, first: ${cpu.toFixed(1)} ms`);
}

function tell(found, first, again) {
  const row = (cells) => console.log(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(14) : String(cell).padStart(11))).join(""));
  const of = (answers, kind) => answers.filter(({ path }) => kindOf(path) === kind).map(({ ms }) => ms);
  row(["ms", "asked", "cpu", "alone", "p99", "mixed", "p99", "again", "p99", "kB", "kB at most"]);
  for (const [kind, { answers, cpu }] of found) {
    if (answers.length === 0) continue;
    const times = answers.map(({ ms }) => ms);
    const sizes = [...answers, ...first.filter(({ path }) => kindOf(path) === kind)].map(({ bytes }) => bytes / 1000);
    row([kind, answers.length, cpu?.toFixed(1) ?? "", ...[times, of(first, kind), of(again, kind)].flatMap((list) => [share(list, 0.5).toFixed(1), share(list, 0.99).toFixed(1)]), share(sizes, 0.5).toFixed(0), Math.max(...sizes).toFixed(0)]);
    for (const { path, status } of answers.filter(({ status }) => status !== 200).slice(0, 2)) console.log(`  ${status} ${path}`);
  }
  for (const [name, answers] of [["first", first], ["again", again]]) {
    const times = answers.map(({ ms }) => ms);
    console.log(`all kinds mixed, ${name}: ${times.length} asked, ${share(times, 0.5).toFixed(1)} ms at the median, ${share(times, 0.99).toFixed(1)} ms for the slowest in a hundred, ${Math.max(...times).toFixed(0)} ms at most`);
  }
}

const [place = process.env.PACTLINE_ARCHIVE ?? "", ...wanted] = process.argv.slice(2);
if (place.startsWith("http")) await measure({ base: place.replace(/\/$/, ""), pid: null }, wanted);
else if (!existsSync(place)) console.log("skipped: no archive; name one, or a running server's address");
else {
  const server = await start(place);
  try {
    await measure(server, wanted);
  } finally {
    await server.stop();
  }
}
agent.destroy();
