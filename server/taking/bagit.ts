/**
 * Bags after RFC 8493: a folder of files with a manifest of their hashes, which any archive's tools can check.
 * Knows nothing of what is in the files.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { RefusedError, refusal } from "../refusals.ts";

export interface BagFile {
  /** Below `data/`, with `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

const DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/** Writes a bag into a folder that is not there yet. A bag that is not complete never stands under its name. */
export function writeBag(folder: string, files: Iterable<BagFile>, tags: Readonly<Record<string, string>>): { readonly files: number; readonly bytes: number } {
  if (existsSync(folder)) throw new RefusedError(refusal("target-exists", folder));
  const partial = `${folder}.partial-${process.pid}`;
  try {
    const manifest: string[] = [];
    let [count, size] = [0, 0];
    for (const file of files) {
      const bytes = Buffer.from(file.bytes);
      const path = join(partial, "data", ...file.path.split("/"));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
      manifest.push(line(bytes, `data/${file.path}`));
      count += 1;
      size += bytes.byteLength;
    }
    const info = Object.entries({ ...tags, "Payload-Oxum": `${size}.${count}` }).map(([label, value]) => `${label}: ${value.replace(/\s+/g, " ")}\n`);
    const tagFiles = { "bagit.txt": DECLARATION, "bag-info.txt": info.join(""), "manifest-sha256.txt": manifest.sort().join("") };
    for (const [name, text] of Object.entries(tagFiles)) writeFileSync(join(partial, name), text);
    writeFileSync(join(partial, "tagmanifest-sha256.txt"), Object.entries(tagFiles).map(([name, text]) => line(Buffer.from(text), name)).join(""));
    renameSync(partial, folder);
    return { files: count, bytes: size };
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** Whether a folder says that it is a bag. */
export function isBag(folder: string): boolean {
  return existsSync(join(folder, "bagit.txt"));
}

/** What is wrong with a bag, one sentence each; empty when it is complete and valid. */
export function checkBag(folder: string): string[] {
  const read = (name: string): string | null => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : null);
  const problems: string[] = [];
  if (!/^BagIt-Version: \d+\.\d+\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(read("bagit.txt") ?? "")) problems.push("bagit.txt is not as it must be");
  const manifest = read("manifest-sha256.txt");
  if (manifest === null) return [...problems, "there is no manifest-sha256.txt"];
  const listed = parse(manifest, problems);
  for (const [path, hash] of listed) checkFile(folder, { path, hash, below: "data/" }, problems);
  const payload = existsSync(join(folder, "data")) ? filesBelow(join(folder, "data")).map((path) => `data/${path}`) : [];
  for (const path of payload) if (!listed.has(path)) problems.push(`${path} is in no manifest`);
  const tags = read("tagmanifest-sha256.txt");
  if (tags !== null) for (const [path, hash] of parse(tags, problems)) checkFile(folder, { path, hash, below: "" }, problems);
  const oxum = /^Payload-Oxum: (\d+)\.(\d+)$/m.exec(read("bag-info.txt") ?? "");
  const size = payload.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  if (oxum !== null && (Number(oxum[1]) !== size || Number(oxum[2]) !== payload.length)) problems.push("the Payload-Oxum is not that of its files");
  return problems;
}

function checkFile(folder: string, { path, hash, below }: { readonly path: string; readonly hash: string; readonly below: string }, problems: string[]): void {
  // A manifest may not lead out of its bag.
  if (!path.startsWith(below) || path.split("/").some((part) => part === ".." || part === "") || path.startsWith("~")) problems.push(`${path} is no place within the bag`);
  else if (!existsSync(join(folder, path))) problems.push(`${path} is missing`);
  else if (sha256(readFileSync(join(folder, path))) !== hash) problems.push(`${path} is not what the manifest says`);
}

/** Paths and hashes of a manifest; line breaks and percent signs in names are written as `%0A`, `%0D`, `%25`. */
function parse(manifest: string, problems: string[]): Map<string, string> {
  const entries = new Map<string, string>();
  for (const text of manifest.split(/\r?\n/).filter((one) => one !== "")) {
    const match = /^([0-9a-fA-F]{64})\s+\*?(.+)$/.exec(text);
    if (match?.[1] === undefined || match[2] === undefined) problems.push("a line of a manifest is not a hash and a path");
    else entries.set(match[2].replace(/%(0A|0D|25)/gi, (code) => decodeURIComponent(code)), match[1].toLowerCase());
  }
  return entries;
}

function line(bytes: Uint8Array, path: string): string {
  return `${sha256(bytes)}  ${path.replace(/[%\r\n]/g, (char) => encodeURIComponent(char))}\n`;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}
