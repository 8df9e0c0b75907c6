import { pino, type DestinationStream, type Logger } from 'pino';

const SECRETS = ['authorization', 'cookie', 'password', 'token', 'headers.authorization', 'headers.cookie'];

/** The log of the process: JSON lines; bodies, queries and variables are never put in. */
export const createLog = (level: string, to?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      redact: { paths: SECRETS.flatMap((path) => [path, `*.${path}`]), censor: '[left out]' },
    },
    to as DestinationStream,
  );
