import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Hit, Shot } from './shot.js';

/** The process that sends the load. */
export interface Gun {
  shoot(shot: Shot): Promise<Hit>;
  stop(): void;
}

/** Starts it; one shot at a time. */
export function startGun(): Gun {
  const child: ChildProcess = fork(fileURLToPath(new URL('./load.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    shoot: (shot) =>
      new Promise((resolve, reject) => {
        const ended = (): void => reject(new Error('The load process ended in the middle of a shot.'));
        child.once('exit', ended);
        child.once('message', (message: { hit?: Hit; fault?: string }) => {
          child.off('exit', ended);
          if (message.hit) resolve(message.hit);
          else reject(new Error(message.fault));
        });
        child.send(shot);
      }),
    stop: () => void child.kill('SIGTERM'),
  };
}
