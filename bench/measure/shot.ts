/** What the load process is told to do. */
export interface Shot {
  readonly address: string;
  readonly path: string;
  /** Sent in turn. */
  readonly bodies: readonly string[];
  readonly inFlight: number;
  readonly milliseconds: number;
}

/** What it measured. Times are in milliseconds. */
export interface Hit {
  readonly perSecond: number;
  readonly requests: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Bytes of an answer, the mean. */
  readonly bytes: number;
}
