/**
 * The data that reading and comparing use: topics, parties, partnerships and word vectors that ship with the
 * program, and an archivist's own files beside them. A broken file is told in one sentence.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { amendKnowledge, type CatalogueCorrection, decodeWordTable, type Knowledge, parseParties, parsePartnerships, parseTopics, type WordTable } from "../snapshots/index.ts";
import { PROJECT_ROOT } from "./config.ts";
import { RefusedError, refusal } from "./refusals.ts";

/** Where the files that ship with the program are. */
const SHIPPED = join(PROJECT_ROOT, "snapshots", "knowledge");

/** Loads all knowledge. Files of the same names in `folder` add to what ships, and win where they speak of the same. */
export function loadKnowledge(folder: string): Knowledge {
  const version = createHash("sha256");
  const texts = (name: string): { path: string; text: string }[] =>
    [join(SHIPPED, name), join(folder, name)].filter((path) => existsSync(path)).map((path) => ({ path, text: readText(path, version) }));
  const topics = texts("topics.yaml").flatMap(({ path, text }) => {
    const parsed = parseTopics(text);
    return parsed.kind === "read" ? parsed.topics : broken(path, parsed.problem);
  });
  const parties = texts("parties.yaml").flatMap(({ path, text }) => {
    const parsed = parseParties(text);
    return parsed.kind === "read" ? parsed.parties : broken(path, parsed.problem);
  });
  const partnerships = texts("partnerships.yaml").flatMap(({ path, text }) => {
    const parsed = parsePartnerships(text);
    return parsed.kind === "read" ? parsed.partnerships : broken(path, parsed.problem);
  });
  return {
    version: version.digest("hex").slice(0, 8),
    topics: latest(topics, (topic) => topic.slug),
    parties: latest(parties, (party) => party.code),
    partnerships: latest(partnerships, (partnership) => partnership.slug),
    words: lazyWords(),
  };
}

/** The knowledge with what people added at the desk. It is another knowledge: its version tells. */
export function amended(knowledge: Knowledge, list: readonly CatalogueCorrection[]): Knowledge {
  if (list.length === 0) return knowledge;
  const digest = createHash("sha256").update(knowledge.version).update(JSON.stringify(list)).digest("hex");
  return { ...amendKnowledge(knowledge, list), version: digest.slice(0, 8) };
}

/** The word table is large; it is decoded when a comparison first asks for a word. */
function lazyWords(): WordTable {
  let table: WordTable | undefined;
  const decoded = (): WordTable => {
    table ??= decodeWordTable({ weights: readFileSync(join(SHIPPED, "weights.txt"), "utf8"), vectors: readFileSync(join(SHIPPED, "vectors.bin")) });
    return table;
  };
  return { weightOf: (stem) => decoded().weightOf(stem), vectorOf: (word) => decoded().vectorOf(word) };
}

function readText(path: string, version: ReturnType<typeof createHash>): string {
  const text = readFileSync(path, "utf8");
  version.update(text).update("\0");
  return text;
}

function broken(path: string, problem: string): never {
  throw new RefusedError(refusal("broken-knowledge", `${path}: ${problem.replace(/[.\s]+$/, "")}`));
}

/** One entry for each name: the last that speaks of it, in the place of the first. */
function latest<Entry>(entries: readonly Entry[], nameOf: (entry: Entry) => string): Entry[] {
  return [...new Map(entries.map((entry) => [nameOf(entry), entry])).values()];
}
