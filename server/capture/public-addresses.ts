/**
 * Which addresses of the network may be asked: public ones only, so that nobody reaches through Pactline what only
 * its own machine or network can reach. Checked for every connection, at the moment it is made: a name that is looked
 * up twice can answer differently.
 */
import { lookup as lookUp, type LookupAddress, type LookupOptions } from "node:dns";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Whether an IP address belongs to the public internet; IPv4 within IPv6 counts as what it leads to. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === "unicast";
}

/** Why a connection was not made. */
export class PrivateAddressError extends Error {
  constructor(host: string) {
    super(host);
    this.name = "PrivateAddressError";
  }
}

/** Who may be asked, by IP address. */
export type MayAsk = (address: string) => boolean;

/** Throws for a host that is written as an address and may not be asked; names are checked when they are looked up. */
export function checkLiteral(host: string, mayAsk: MayAsk): void {
  const bare = host.replace(/^\[|\]$/g, "");
  if (isIP(bare) !== 0 && !mayAsk(bare)) throw new PrivateAddressError(bare);
}

type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** Looks names up and answers only if every address found may be asked: a mixed answer is a trick. */
export function guardedLookup(mayAsk: MayAsk): (host: string, options: LookupOptions, answer: Answer) => void {
  return (host, options, answer) => {
    lookUp(host, { ...options, all: true }, (error, found) => {
      if (error !== null) return answer(error, []);
      const [first] = found;
      if (first === undefined || found.some(({ address }) => !mayAsk(address))) return answer(new PrivateAddressError(host), []);
      if (options.all === true) answer(null, found);
      else answer(null, first.address, first.family);
    });
  };
}
