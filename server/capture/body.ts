/**
 * The body of a response, unpacked, and never more of it than a document may have: neither as it is sent nor as it
 * unpacks.
 */
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Readable, Transform } from "node:stream";

export class TooLargeError extends Error {}

export async function readBody(body: Readable, encoding: string, limit: number): Promise<Uint8Array> {
  const unpack = unpackerOf(encoding);
  const stream = unpack === null ? body : body.pipe(unpack);
  if (unpack !== null) body.on("error", (error) => unpack.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      size += bytes.byteLength;
      if (size > limit) throw new TooLargeError();
      chunks.push(bytes);
    }
    return Buffer.concat(chunks);
  } finally {
    body.on("error", () => {});
    body.destroy();
    unpack?.destroy();
  }
}

function unpackerOf(encoding: string): Transform | null {
  switch (encoding.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      return null;
  }
}
