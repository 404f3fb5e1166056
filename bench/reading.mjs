/**
 * How quick reading and comparing are, and where the time goes. Run `npm run build` first; documents come from ../shared/corpus, or the seeds where
 * that is not there. Prints words a second (warm), growth with length, the time of one comparison, and `pactline diff` on the two longest texts.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { loadKnowledge } = await import(join(root, "dist/server/knowledge.js"));
const { readSooner } = await import(join(root, "dist/server/engine.js"));
const { compare, openDocument, readSnapshot } = await import(join(root, "dist/snapshots/index.js"));
const knowledge = loadKnowledge("/nowhere");
// As commands set the engine.
readSooner();

const corpus = join(root, "..", "shared", "corpus", "series");
const folder = existsSync(corpus) ? corpus : join(root, "seeds");
const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:md|txt)$/.test(entry.name) && !/^(?:README|SOURCES|MANIFEST)/.test(entry.name) && !/tos-|fomc/.test(entry.parentPath))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
const texts = paths.map((path) => readFileSync(path, "utf8"));
const count = (text) => text.split(/\s+/).length;
const open = (text) => openDocument({ text, name: "2024-01-01.md", sha256: "d".repeat(64), given: {} });
const read = (text) => readSnapshot(open(text), knowledge);

for (const text of texts.slice(0, 20)) read(text);
const started = process.cpuUsage();
const snapshots = texts.map(read).flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
const seconds = process.cpuUsage(started).user / 1e6;
const words = texts.reduce((sum, text) => sum + count(text), 0);
console.log(`reading      ${texts.length} documents, ${words} words in ${seconds.toFixed(2)} s of processor time: ${Math.round(words / seconds)} words a second`);

const body = texts.map((text) => text.replace(/^---[\s\S]*?\n---\n/, "")).join("\n\n");
const cut = (size) => `---\ndate: 2024-01-01\n---\n\n${body.split(/(?<=\s)/).slice(0, size).join("")}`;
for (const size of [2_500, 5_000, 10_000, 20_000]) {
  const text = cut(size);
  const start = performance.now();
  read(text);
  console.log(`length       ${String(size).padStart(6)} words: ${(performance.now() - start).toFixed(0)} ms`);
}

const statements = snapshots.filter(({ document }) => count(document.text) > 1_200 && count(document.text) < 1_900).slice(0, 12);
const pairs = statements.slice(1).map((after, at) => [statements[at], after]);
for (const [before, after] of pairs) compare({ snapshots: [before] }, { snapshots: [after] }, knowledge);
const times = pairs.map(([before, after]) => { const start = performance.now(); compare({ snapshots: [before] }, { snapshots: [after] }, knowledge); return performance.now() - start; }).sort((a, b) => a - b);
if (times.length > 0) console.log(`comparing    statements of about 1,500 words: ${times[times.length >> 1].toFixed(1)} ms at the median, ${times.at(-1).toFixed(1)} ms at most`);

const longest = paths.map((path, at) => ({ path, words: count(texts[at]) })).sort((a, b) => b.words - a.words).slice(0, 2);
if (longest.length === 2) {
  const start = performance.now();
  const run = spawnSync(process.execPath, ["-e", `process.argv.splice(1, 0, "x"); const { main } = await import(${JSON.stringify(join(root, "dist/server/main.js"))}); await main(["diff", ${longest.map(({ path }) => JSON.stringify(path)).join(", ")}, "--json"]); process.stderr.write("\\nPEAK " + process.resourceUsage().maxRSS);`, "--input-type=module"], { encoding: "utf8", maxBuffer: 1 << 28 });
  console.log(`diff         the two longest (${longest.map((one) => one.words).join(" and ")} words): ${((performance.now() - start) / 1000).toFixed(2)} s, ${Math.round(Number(/PEAK (\d+)/.exec(run.stderr)?.[1] ?? 0) / 1024)} MB at most`);
}
