import type { FaultCode } from '../../model/faults.js';

const STATUS: Readonly<Partial<Record<FaultCode, number>>> = {
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_LARGE: 414,
  RATE_LIMITED: 429,
  CANCELLED: 499,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  TIMEOUT: 504,
};

/** The HTTP status of a fault at an address; what the caller can mend is 400. */
export const statusOf = (code: FaultCode): number => STATUS[code] ?? 400;
