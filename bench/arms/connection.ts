/** How to reach the database that all arms ask. */
export interface Connection {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
}

/** The driver's settings, the same as the product's, in every arm. */
export const DRIVER = { disableLosslessIntegers: true, maxConnectionPoolSize: 50 } as const;

/** The environment by which an arm is told the connection; the product reads the very same names. */
export const environmentOf = ({ uri, username, password, database }: Connection): Record<string, string> => ({
  NEO4J_URI: uri,
  NEO4J_USERNAME: username,
  NEO4J_PASSWORD: password,
  NEO4J_DATABASE: database,
});

/** The connection that this process was told. */
export function connectionGiven(): Connection {
  const given = (name: string): string => {
    const value = process.env[name];
    if (value === undefined) throw new Error(`${name} is not set: arms are started by the bench.`);
    return value;
  };
  return {
    uri: given('NEO4J_URI'),
    username: given('NEO4J_USERNAME'),
    password: given('NEO4J_PASSWORD'),
    database: given('NEO4J_DATABASE'),
  };
}
