/**
 * The word table: how much a word tells texts apart, which words stand near each other in sense, and which near a topic.
 * Decodes `weights.txt`, `vectors.bin` and `senses.txt`; what they hold and how they are remade is told in `README.md`.
 */
import type { TopicSense, WordTable } from "../types.ts";

const HEADER = 16;
const MAGIC = 0x3156_4c50; // "PLV1", little-endian

/** The files of the word table, as read. */
export interface WordTableFiles {
  /** `weights.txt`: the number of passages, then `stem count` in each line. */
  readonly weights: string;
  /** `vectors.bin`. */
  readonly vectors: Uint8Array;
  /** `senses.txt`: a topic, its bias and its weights in each line. */
  readonly senses: string;
}

/** Decodes the word table; throws where the files are not of this kind. Vectors are unpacked when asked for, each once. */
export function decodeWordTable({ weights, vectors, senses }: WordTableFiles): WordTable {
  const weightOf = decodeWeights(weights);
  const vectorOf = decodeVectors(vectors);
  const known = decodeSenses(senses);
  return { weightOf, vectorOf, senseOf: (topic) => known.get(topic) ?? null };
}

/** A table that knows no words: all weigh the same, none has a vector. */
export const EMPTY_WORD_TABLE: WordTable = { weightOf: () => 1, vectorOf: () => null, senseOf: () => null };

/** Weight 0 to 1: the inverse share of passages that have the stem, as a logarithm; a stem never counted weighs most. */
function decodeWeights(text: string): WordTable["weightOf"] {
  const [first = "", ...lines] = text.split("\n");
  const passages = Number(first);
  if (!(passages > 0)) throw new Error("weights.txt does not begin with the number of passages");
  const most = Math.log(passages / 2);
  const weights = new Map<string, number>();
  for (const line of lines) {
    const space = line.indexOf(" ");
    if (space > 0) weights.set(line.slice(0, space), Math.min(1, Math.log(passages / Number(line.slice(space + 1))) / most));
  }
  return (stem) => weights.get(stem) ?? 1;
}

function decodeSenses(text: string): Map<string, TopicSense> {
  const rows = text.split("\n").filter((line) => line !== "").map((line) => line.split(" "));
  if (rows.some(([, ...figures]) => figures.length < 2 || figures.some((figure) => !Number.isFinite(Number(figure))))) throw new Error("senses.txt has a line that is not a topic and its figures");
  return new Map(rows.map(([topic = "", bias = "", ...weights]) => [topic, { bias: Number(bias), weights: Float32Array.from(weights, Number) }]));
}

function decodeVectors(bytes: Uint8Array): WordTable["vectorOf"] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER || view.getUint32(0, true) !== MAGIC) throw new Error("vectors.bin is not a table of word vectors");
  const count = view.getUint32(4, true);
  const dimensions = view.getUint32(8, true);
  const listLength = view.getUint32(12, true);
  const scales = HEADER + Math.ceil(listLength / 4) * 4;
  const values = scales + count * 4;
  if (bytes.byteLength !== values + count * dimensions) throw new Error("vectors.bin is cut short");
  const places = new Map<string, number>();
  asciiOf(bytes.subarray(HEADER, HEADER + listLength)).split("\n").forEach((word, index) => void places.set(word, index));
  const packed = new Int8Array(bytes.buffer, bytes.byteOffset + values, count * dimensions);
  const unpacked = new Map<number, Float32Array>();
  return (word) => {
    const index = places.get(word);
    if (index === undefined) return null;
    const known = unpacked.get(index);
    if (known !== undefined) return known;
    const scale = view.getFloat32(scales + index * 4, true);
    const vector = new Float32Array(dimensions);
    for (let at = 0, from = index * dimensions; at < dimensions; at++) vector[at] = (packed[from + at] ?? 0) * scale;
    unpacked.set(index, vector);
    return vector;
  };
}

/** The list of words is plain ASCII; the domain has no decoder of its own. */
function asciiOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + 8192)));
  return parts.join("");
}
