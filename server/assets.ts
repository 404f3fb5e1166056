/**
 * The files that pages are dressed with: styles put together into one sheet, the script, the icon and the fonts, each
 * under a name that holds a digest of its bytes, so that browsers may keep it for ever.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { PROJECT_ROOT } from "./config.ts";

export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer> | null;
  readonly mediaType: string;
}

export interface Assets {
  /** Addresses, as pages link them. */
  readonly css: string;
  readonly script: string;
  readonly icon: string;
  readonly fonts: readonly string[];
  /** Changes with any of the files and templates. */
  readonly digest: string;
  /** By address. */
  readonly files: ReadonlyMap<string, Asset>;
}

const VIEWS = join(PROJECT_ROOT, "views");
const FONTS = [
  { name: "inter", path: "inter/files/inter-latin-wght-normal.woff2" },
  { name: "source-serif", path: "source-serif-4/files/source-serif-4-latin-wght-normal.woff2" },
] as const;
const TYPES: Readonly<Record<string, string>> = { ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

/** Reads all files once. */
export function loadAssets(): Assets {
  const files = new Map<string, Asset>();
  const keep = (name: string, bytes: Uint8Array): string => {
    const ending = extname(name);
    const address = `/static/${name.slice(0, -ending.length)}.${digestOf(bytes)}${ending}`;
    const copy = new Uint8Array(bytes);
    files.set(address, { bytes: copy, gzipped: ending === ".woff2" ? null : new Uint8Array(gzipSync(bytes, { level: 9 })), mediaType: TYPES[ending] ?? "application/octet-stream" });
    return address;
  };
  const fonts = FONTS.map(({ name, path }) => ({ name, address: keep(`${name}.woff2`, readFileSync(join(PROJECT_ROOT, "node_modules", "@fontsource-variable", path))) }));
  const sheet = fonts.reduce((css, { name, address }) => css.replaceAll(`url("${name}.woff2")`, `url("${address}")`), styles());
  const css = keep("site.css", Buffer.from(sheet));
  const script = keep("site.js", readFileSync(join(VIEWS, "scripts", "site.js")));
  const icon = keep("icon.svg", readFileSync(join(VIEWS, "icons", "icon.svg")));
  const digest = digestOf(Buffer.from([css, script, icon, templates()].join("\n")));
  return { css, script, icon, fonts: fonts.map(({ address }) => address), digest, files };
}

/** All style sheets in order of their names. */
function styles(): string {
  const folder = join(VIEWS, "styles");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".css"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

function templates(): string {
  const folder = join(VIEWS, "templates");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".eta"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 10);
}
