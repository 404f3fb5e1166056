/**
 * Fetches a document from its address: under Pactline's own name, within limits of time, size and redirects, and from
 * the public internet only. The response is kept with its headers and the time; what it says is for others to read.
 */
import { Agent, buildConnector, request } from "undici";
import { LARGEST_DOCUMENT } from "../config.ts";
import { refusal, type Refusal, type RefusalCode } from "../refusals.ts";
import { readBody, TooLargeError } from "./body.ts";
import { checkLiteral, guardedLookup, isPublicAddress, type MayAsk, PrivateAddressError } from "./public-addresses.ts";

export interface Captured {
  readonly kind: "captured";
  readonly bytes: Uint8Array;
  /** As it was asked for. */
  readonly address: string;
  /** Where redirects led. */
  readonly finalAddress: string;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** ISO 8601 UTC. */
  readonly retrievedAt: string;
}

export type CaptureOutcome = Captured | { readonly kind: "unchanged"; readonly retrievedAt: string } | { readonly kind: "refused"; readonly refusal: Refusal };

export interface CaptureLimits {
  /** All of it, redirects included, in milliseconds. */
  readonly total: number;
  /** Until a connection stands. */
  readonly connecting: number;
  /** Between two signs of life. */
  readonly silence: number;
  readonly redirects: number;
  readonly bytes: number;
}

export const CAPTURE_LIMITS: CaptureLimits = { total: 60_000, connecting: 10_000, silence: 20_000, redirects: 5, bytes: LARGEST_DOCUMENT };

export interface CaptureOptions {
  readonly limits?: Partial<CaptureLimits>;
  /** Public addresses only, unless tests or an archive of an intranet say otherwise. */
  readonly mayAsk?: MayAsk;
  readonly userAgent?: string;
  /** What is known of the last answer, for a server that can say "not modified". */
  readonly known?: { readonly etag: string | null; readonly lastModified: string | null };
  readonly signal?: AbortSignal;
}

const ACCEPTED = "text/html, application/xhtml+xml, application/pdf, application/vnd.openxmlformats-officedocument.wordprocessingml.document, text/plain;q=0.9, text/markdown;q=0.9, */*;q=0.1";

/** Fetches what stands at an address. */
export async function capture(address: string, options: CaptureOptions = {}): Promise<CaptureOutcome> {
  const limits = { ...CAPTURE_LIMITS, ...options.limits };
  const mayAsk = options.mayAsk ?? isPublicAddress;
  const agent = createAgent(limits, mayAsk);
  const timeout = AbortSignal.timeout(limits.total);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
  try {
    let url = parseWebAddress(address);
    for (let hop = 0; hop <= limits.redirects; hop += 1) {
      if (url === null) return refuse("bad-address");
      const step = await ask(url, { agent, limits, mayAsk, signal, options, address });
      if (step.kind !== "redirect") return step;
      url = parseWebAddress(step.to, url);
    }
    return refuse("too-many-redirects", `more than ${limits.redirects}`);
  } catch (error) {
    return ofFault(error, timeout.aborted);
  } finally {
    // What is still under way is of no more use.
    await agent.destroy();
  }
}

/** The address as a URL of the web, or null. Names and passwords within an address are not sent on. */
export function parseWebAddress(text: string, base?: URL): URL | null {
  if (!URL.canParse(text, base?.href)) return null;
  const url = new URL(text, base?.href);
  if (!/^https?:$/.test(url.protocol) || url.hostname === "" || url.username !== "" || url.password !== "") return null;
  url.hash = "";
  return url;
}

interface Way {
  readonly agent: Agent;
  readonly limits: CaptureLimits;
  readonly mayAsk: MayAsk;
  readonly signal: AbortSignal;
  readonly options: CaptureOptions;
  readonly address: string;
}

async function ask(url: URL, { agent, limits, mayAsk, signal, options, address }: Way): Promise<CaptureOutcome | { readonly kind: "redirect"; readonly to: string }> {
  checkLiteral(url.hostname, mayAsk);
  const { etag = null, lastModified = null } = options.known ?? {};
  const response = await request(url, {
    dispatcher: agent,
    signal,
    headers: {
      "user-agent": options.userAgent ?? "Pactline (archive of public agreements)",
      "accept": ACCEPTED,
      "accept-language": "en, *;q=0.5",
      "accept-encoding": "gzip, deflate, br",
      ...(etag === null ? {} : { "if-none-match": etag }),
      ...(lastModified === null ? {} : { "if-modified-since": lastModified }),
    },
  });
  const { statusCode: status } = response;
  const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(", ") : (value ?? "")]));
  const location = headers["location"];
  if (status === 304) return { kind: "unchanged", retrievedAt: new Date().toISOString() };
  if (status >= 300 && status < 400 && location !== undefined) return { kind: "redirect", to: location };
  if (status !== 200) return refuse("bad-response", `${status}`);
  if (Number(headers["content-length"] ?? 0) > limits.bytes) return refuse("too-large", `${Math.ceil(Number(headers["content-length"]) / 1024 / 1024)} MB`);
  const bytes = await readBody(response.body, headers["content-encoding"] ?? "", limits.bytes);
  return { kind: "captured", bytes, address, finalAddress: url.href, status, headers, retrievedAt: new Date().toISOString() };
}

function createAgent(limits: CaptureLimits, mayAsk: MayAsk): Agent {
  const connector = buildConnector({ timeout: limits.connecting, lookup: guardedLookup(mayAsk) });
  return new Agent({
    headersTimeout: limits.silence,
    bodyTimeout: limits.silence,
    pipelining: 0,
    connect(options, callback) {
      connector(options, (error, socket) => {
        if (error !== null) return callback(error, null);
        // The last word: whatever name or number led here, this is who answers.
        if (!mayAsk(socket.remoteAddress ?? "")) {
          socket.destroy();
          return callback(new PrivateAddressError(options.hostname), null);
        }
        callback(null, socket);
      });
    },
  });
}

function ofFault(error: unknown, timedOut: boolean): CaptureOutcome {
  if (error instanceof PrivateAddressError) return refuse("private-address");
  if (error instanceof TooLargeError) return refuse("too-large");
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (timedOut || /TIMEOUT|ETIMEDOUT/.test(code)) return refuse("fetch-timeout");
  return refuse("unreachable", code || (error instanceof Error ? error.message : String(error)));
}

function refuse(code: RefusalCode, detail?: string): { readonly kind: "refused"; readonly refusal: Refusal } {
  return { kind: "refused", refusal: refusal(code, detail) };
}
