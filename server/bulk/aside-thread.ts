/**
 * The thread that reads documents beside the program while many are imported.
 */
import { workerData } from "node:worker_threads";
import { amended, loadKnowledge } from "../knowledge.ts";
import { createReading } from "../reading.ts";
import type { AsideMeans, AsideRequest } from "./reading-aside.ts";

const { port, folder, amendments }: AsideMeans = workerData;
const reading = createReading(amended(loadKnowledge(folder), amendments));

port.on("message", ({ number, incoming }: AsideRequest) => port.postMessage({ number, version: reading.version, outcome: reading.read(incoming) }));
