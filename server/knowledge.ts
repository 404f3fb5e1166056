/**
 * The data that reading and comparing use: topics, parties, partnerships and word vectors that ship with the
 * program, and an archivist's own files beside them. A broken file is told in one sentence.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { amendKnowledge, type CatalogueCorrection, decodeCueWeights, decodeWordTable, type Knowledge, type KnownPartnership, parseParties, parsePartnerships, parseTopics, type Party, type TopicEntry, type WordTable } from "../snapshots/index.ts";
import { PROJECT_ROOT } from "./config.ts";
import { RefusedError, refusal } from "./refusals.ts";

/** Where the files that ship with the program are. */
const SHIPPED = join(PROJECT_ROOT, "snapshots", "knowledge");

/** What ships, parsed when the program was built (`npm run build`): to parse it takes a good part of a small command's time. */
const COMPILED = join(PROJECT_ROOT, "dist", "knowledge");

type Parsed<Entry> = { readonly kind: "read"; readonly entries: readonly Entry[] } | { readonly kind: "broken"; readonly problem: string };

interface KnowledgeFile<Entry> {
  readonly name: string;
  parse(text: string): Parsed<Entry>;
  nameOf(entry: Entry): string;
}

const TOPICS: KnowledgeFile<TopicEntry> = { name: "topics.yaml", parse: (text) => renamed(parseTopics(text), ({ topics }) => topics), nameOf: ({ slug }) => slug };
const PARTIES: KnowledgeFile<Party> = { name: "parties.yaml", parse: (text) => renamed(parseParties(text), ({ parties }) => parties), nameOf: ({ code }) => code };
const PARTNERSHIPS: KnowledgeFile<KnownPartnership> = { name: "partnerships.yaml", parse: (text) => renamed(parsePartnerships(text), ({ partnerships }) => partnerships), nameOf: ({ slug }) => slug };

/** Loads all knowledge. Files of the same names in `folder` add to what ships, and win where they speak of the same. */
export function loadKnowledge(folder: string): Knowledge {
  const version = createHash("sha256");
  const load = <Entry>(file: KnowledgeFile<Entry>): Entry[] => {
    const entries = [SHIPPED, folder].flatMap((place) => {
      const path = join(place, file.name);
      if (!existsSync(path)) return [];
      const text = readFileSync(path, "utf8");
      version.update(text).update("\0");
      return (place === SHIPPED ? compiledOf(file, text) : null) ?? parsedBy(file, text, path);
    });
    return latest(entries, file.nameOf);
  };
  const [topics, parties, partnerships] = [load(TOPICS), load(PARTIES), load(PARTNERSHIPS)];
  // Readings depend on senses; weights and vectors change only together with them.
  const senses = readFileSync(join(SHIPPED, "senses.txt"), "utf8");
  const [acceptance, seams] = ["acceptance.txt", "seams.txt"].map((name) => readFileSync(join(SHIPPED, name), "utf8")) as [string, string];
  version.update(senses).update("\0").update(acceptance).update("\0").update(seams).update("\0");
  return { version: version.digest("hex").slice(0, 8), topics, parties, partnerships, words: lazyWords(senses), acceptance: decodeCueWeights(acceptance), seams: decodeCueWeights(seams) };
}

/** Parses the files that ship, and keeps what they say with the digest of their texts. Each is put in place in one step: others may be reading. */
export function compileKnowledge(): void {
  mkdirSync(COMPILED, { recursive: true });
  const compile = <Entry>(file: KnowledgeFile<Entry>): void => {
    const path = join(SHIPPED, file.name);
    const text = readFileSync(path, "utf8");
    const compiled: Compiled<Entry> = { digest: digestOf(text), entries: parsedBy(file, text, path) };
    const place = join(COMPILED, `${file.name}.json`);
    writeFileSync(`${place}.${process.pid}`, JSON.stringify(compiled));
    renameSync(`${place}.${process.pid}`, place);
  };
  compile(TOPICS);
  compile(PARTIES);
  compile(PARTNERSHIPS);
}

interface Compiled<Entry> {
  readonly digest: string;
  readonly entries: readonly Entry[];
}

/** The entries, where they were compiled from this very text; else null. */
function compiledOf<Entry>({ name }: KnowledgeFile<Entry>, text: string): readonly Entry[] | null {
  const place = join(COMPILED, `${name}.json`);
  if (!existsSync(place)) return null;
  const { digest, entries }: Compiled<Entry> = JSON.parse(readFileSync(place, "utf8"));
  return digest === digestOf(text) ? entries : null;
}

function parsedBy<Entry>(file: KnowledgeFile<Entry>, text: string, path: string): readonly Entry[] {
  const parsed = file.parse(text);
  return parsed.kind === "read" ? parsed.entries : broken(path, parsed.problem);
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function renamed<From extends { readonly kind: "read" }, Entry>(parsed: From | { readonly kind: "broken"; readonly problem: string }, entries: (read: From) => readonly Entry[]): Parsed<Entry> {
  return parsed.kind === "broken" ? parsed : { kind: "read", entries: entries(parsed) };
}

/** The knowledge with what people added at the desk. It is another knowledge: its version tells. */
export function amended(knowledge: Knowledge, list: readonly CatalogueCorrection[]): Knowledge {
  if (list.length === 0) return knowledge;
  const digest = createHash("sha256").update(knowledge.version).update(JSON.stringify(list)).digest("hex");
  return { ...amendKnowledge(knowledge, list), version: digest.slice(0, 8) };
}

/** The word table is large; it is decoded when a reading or a comparison first asks for a word. */
function lazyWords(senses: string): WordTable {
  let table: WordTable | undefined;
  const decoded = (): WordTable => {
    table ??= decodeWordTable({ weights: readFileSync(join(SHIPPED, "weights.txt"), "utf8"), vectors: readFileSync(join(SHIPPED, "vectors.bin")), senses });
    return table;
  };
  return { weightOf: (stem) => decoded().weightOf(stem), vectorOf: (word) => decoded().vectorOf(word), senseOf: (topic) => decoded().senseOf(topic) };
}

function broken(path: string, problem: string): never {
  throw new RefusedError(refusal("broken-knowledge", `${path}: ${problem.replace(/[.\s]+$/, "")}`));
}

/** One entry for each name: the last that speaks of it, in the place of the first. */
function latest<Entry>(entries: readonly Entry[], nameOf: (entry: Entry) => string): Entry[] {
  return [...new Map(entries.map((entry) => [nameOf(entry), entry])).values()];
}
