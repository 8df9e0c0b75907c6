import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OTHER_WAYS, StartFault } from './start-fault.js';

/** The oldest Java that Neo4j 5.26 runs on. */
export const LEAST_JAVA = 17;

const runFile = promisify(execFile);

/** The major version in what `java -version` prints; 8 and older call themselves 1.8. */
export function javaMajor(printed: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(printed);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/** The `java` to run: of JAVA_HOME where given, else of PATH; refuses none and one that is too old. */
export async function findJava(javaHome?: string): Promise<string> {
  const java = javaHome === undefined ? 'java' : join(javaHome, 'bin', 'java');
  const where = javaHome === undefined ? 'on PATH' : `in JAVA_HOME (${javaHome})`;
  const wanted = `Neo4j needs a JDK of ${LEAST_JAVA} or newer`;
  let printed: string;
  try {
    const { stdout, stderr } = await runFile(java, ['-version'], { timeout: 30_000 });
    printed = stderr + stdout;
  } catch (error) {
    throw new StartFault(
      'JAVA_MISSING',
      `No working Java ${where}: ${wanted}. Install one, or set JAVA_HOME to one. ${OTHER_WAYS}`,
      error,
    );
  }
  const major = javaMajor(printed);
  if (major !== undefined && major < LEAST_JAVA)
    throw new StartFault(
      'JAVA_TOO_OLD',
      `The Java ${where} is version ${major}: ${wanted}. Install one, or set JAVA_HOME to one. ${OTHER_WAYS}`,
    );
  return java;
}
