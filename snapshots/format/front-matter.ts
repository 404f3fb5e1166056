/**
 * Splits a source into YAML front matter and body. Only plain values are kept; what a key means is
 * for `reading/` to say.
 */
import { parseDocument } from "yaml";

export type FrontMatter =
  | { readonly kind: "none" }
  | { readonly kind: "read"; readonly metadata: Readonly<Record<string, string>>; readonly bodyStart: number }
  | { readonly kind: "broken"; readonly problem: string };

const FENCE = /^---[ \t]*\r?\n/;
const CLOSE = /^(?:---|\.\.\.)[ \t]*\r?$/m;

/**
 * Front matter stands between a first line `---` and the next line `---`. A text that merely begins with a rule
 * (no closing line, or nothing like `key:` inside) has none.
 */
export function readFrontMatter(text: string): FrontMatter {
  const open = FENCE.exec(text);
  if (open === null) return { kind: "none" };
  const rest = text.slice(open[0].length);
  const close = CLOSE.exec(rest);
  if (close === null || !/^[\w-]+\s*:/m.test(rest.slice(0, close.index))) return { kind: "none" };
  const after = open[0].length + close.index + close[0].length;
  const bodyStart = text[after] === "\n" ? after + 1 : after;
  return parse(rest.slice(0, close.index), bodyStart);
}

function parse(yaml: string, bodyStart: number): FrontMatter {
  // Strings only ("failsafe"): a date stays as written, so that 2023-02-30 can be refused by its own words.
  const parsed = parseDocument(yaml, { schema: "failsafe", prettyErrors: false });
  const [error] = parsed.errors;
  if (error !== undefined) return { kind: "broken", problem: error.message.split("\n")[0] ?? "unreadable" };
  const value = valuesIn(parsed);
  if (value === undefined) return { kind: "broken", problem: "it refers to what is not there, or to itself" };
  if (value === null || typeof value !== "object" || Array.isArray(value)) return { kind: "broken", problem: "it is not a list of keys and values" };
  const metadata: Record<string, string> = {};
  for (const [key, entry] of Object.entries(value)) {
    if (typeof entry === "string") metadata[key] = entry;
    else if (Array.isArray(entry)) metadata[key] = entry.filter((item) => typeof item === "string").join(", ");
  }
  return { kind: "read", metadata, bodyStart };
}

/** Undefined where aliases lead nowhere or too far, which the library throws. */
function valuesIn(parsed: ReturnType<typeof parseDocument>): unknown {
  try {
    return parsed.toJS();
  } catch {
    return undefined;
  }
}
