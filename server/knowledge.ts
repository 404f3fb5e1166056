/**
 * The data that reading and comparing use: topics, parties, partnerships and word weights that ship with the
 * program, and an archivist's own files beside them. A broken file is told in one sentence.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeWordTable, parseParties, parsePartnerships, parseTopics, type Knowledge, type WordTable } from "../snapshots/index.ts";
import { PROJECT_ROOT } from "./config.ts";
import { RefusedError, refusal } from "./refusals.ts";

const SHIPPED = join(PROJECT_ROOT, "snapshots", "knowledge");

type Parsed<Entry> = { readonly kind: "read"; readonly entries: readonly Entry[] } | { readonly kind: "broken"; readonly problem: string };

/** Loads all knowledge; files in `folder` add to what ships, and win where they speak of the same. */
export function loadKnowledge(folder: string): Knowledge {
  const version = createHash("sha256");
  return { version: "", parties: [], partnerships: [], topics: [], words: wordTable() };
}
