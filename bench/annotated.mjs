// Annotated documents: those whose text stands in the folder's `docs/`, and those of a public corpus beside the checkout, of which the folder
// keeps places alone, counted in words.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readable } from "./places.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));
const CORPUS = join(root, "../shared/corpus");
const nameOf = (bytes) => createHash("sha256").update(bytes).digest("hex");
const jsonIn = (folder) => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")).toSorted() : []);

/** The corpus beside the checkout: where the document of each SHA-256 stands. Empty where it is not there. */
function corpusByName() {
  if (!existsSync(CORPUS)) return new Map();
  const files = readdirSync(CORPUS, { recursive: true, withFileTypes: true }).filter((file) => file.isFile() && file.name.endsWith(".md"));
  return new Map(files.map(({ parentPath, name }) => join(parentPath, name)).map((path) => [nameOf(readFileSync(path)), path]));
}

/** All snapshots of a folder by their file's name: `{ gold, text }`, every commitment with its `quote`. Those whose document is not there are left out, and told. */
export function snapshotsIn(folder) {
  const all = jsonIn(join(folder, "snapshots")).map((name) => [name, JSON.parse(readFileSync(join(folder, "snapshots", name), "utf8"))]);
  const corpus = all.some(([, { sha256 }]) => sha256 !== undefined) ? corpusByName() : new Map();
  const found = all.flatMap(([name, gold]) => {
    const path = gold.sha256 === undefined ? join(folder, "docs", gold.file) : corpus.get(gold.sha256);
    if (path === undefined || !existsSync(path)) return [];
    const text = readFileSync(path, "utf8");
    return [[name, { gold: { ...gold, file: gold.file ?? name.replace(/json$/, "md"), commitments: quoted(gold.commitments, text) }, text }]];
  });
  if (found.length < all.length) console.log(`skipped: ${all.length - found.length} annotated documents of ${folder} whose text is not here`);
  return new Map(found);
}

/** Pairs of a folder whose both documents are there, by their file's name. */
export function pairsIn(folder, snapshots) {
  return jsonIn(join(folder, "pairs"))
    .map((name) => [name, JSON.parse(readFileSync(join(folder, "pairs", name), "utf8"))])
    .filter(([, pair]) => snapshots.has(pair.before) && snapshots.has(pair.after));
}

/** Commitments that say only where they stand get the words that stand there. */
function quoted(commitments, text) {
  const { plain, spans } = readable(text);
  return commitments.map((one) => (one.words === undefined ? one : { ...one, quote: plain.slice(spans[one.words[0]].start, spans[one.words[1] - 1].end) }));
}
