/**
 * Answers that are kept until something is written: the same address at the same version of the archive is the same
 * answer. Bounded by bytes; what was not asked for longest goes first.
 */

export interface Kept {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** True where the bytes are packed by gzip: a page in small, unpacked for the few who do not take it. */
  readonly packed: boolean;
  readonly mediaType: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Keeper {
  find(address: string, version: string): Kept | null;
  keep(address: string, version: string, answer: Kept): void;
}

export function createKeeper(mostBytes: number): Keeper {
  const answers = new Map<string, Kept>();
  let [known, bytes] = ["", 0];
  const forget = (address: string): void => {
    const answer = answers.get(address);
    if (answer === undefined) return;
    answers.delete(address);
    bytes -= weight(answer);
  };
  const turn = (version: string): void => {
    if (version === known) return;
    answers.clear();
    [known, bytes] = [version, 0];
  };
  return {
    find(address, version) {
      turn(version);
      const answer = answers.get(address);
      if (answer === undefined) return null;
      answers.delete(address);
      answers.set(address, answer);
      return answer;
    },
    keep(address, version, answer) {
      // Somebody wrote while it was made: it is sent, and not kept.
      if (version !== known) return;
      forget(address);
      answers.set(address, answer);
      bytes += weight(answer);
      for (const oldest of answers.keys()) {
        if (bytes <= mostBytes) break;
        forget(oldest);
      }
    },
  };
}

function weight({ bytes }: Kept): number {
  return bytes.byteLength;
}
