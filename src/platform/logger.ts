import { pino, type Logger as PinoLogger } from "pino";

export type Logger = PinoLogger;

/** JSON lines on standard output. Log ids only: never names, addresses, numbers, tokens or notes. */
export const createLogger = (level: string, process: string): Logger =>
  pino({ level, base: { process }, redact: { paths: ["*.email", "*.phone", "*.name", "*.token", "*.authorization", "*.reason"], censor: "[withheld]" } });
