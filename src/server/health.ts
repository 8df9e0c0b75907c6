import type { FastifyInstance } from 'fastify';
import type { Door } from '../graph/door.js';

const KEEP = 1_000;

interface HealthParts {
  readonly door: Pick<Door, 'verify'>;
  readonly isReady: () => boolean;
}

/** `live`: the process answers. `ready`: it may be sent questions, since the database answers it. */
export function answerHealth(app: FastifyInstance, { door, isReady }: HealthParts): void {
  let asked = -Infinity;
  let answer: Promise<boolean> = Promise.resolve(false);
  const reached = (): Promise<boolean> => {
    if (performance.now() - asked > KEEP) {
      asked = performance.now();
      answer = door.verify().then(
        () => true,
        () => false,
      );
    }
    return answer;
  };

  app.get('/health/live', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'live' }),
  );
  app.get('/health/ready', async (_request, reply) => {
    const problem = !isReady() ? 'starting or stopping' : (await reached()) ? undefined : 'no database';
    void reply.code(problem ? 503 : 200).header('cache-control', 'no-store');
    return problem ? { status: 'not ready', reason: problem } : { status: 'ready' };
  });
}
