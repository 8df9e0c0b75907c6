import type { Driver, ManagedTransaction } from 'neo4j-driver';

/** Nodes and relationships as they stand in the graph, with all their properties. */
export interface Copied {
  readonly nodes: readonly { readonly labels: string; readonly rows: readonly object[] }[];
  readonly relationships: readonly {
    readonly type: string;
    readonly from: string;
    readonly to: string;
    readonly rows: readonly object[];
  }[];
}

/** The label under which the id of a node is unique. */
const OWN = (variable: string): string =>
  `head([label IN labels(${variable}) WHERE label IN ['Fact', 'Claim', 'Entity', 'Batch']])`;

const ADDED = `MATCH (b:Batch {id: $batch})-[:CREATED]->(k:Claim)-[:STATES]->(f:Fact)
WITH b, collect(DISTINCT k) + collect(DISTINCT f) AS added
UNWIND added + b AS n`;

/** Reads all that a batch added: its facts and claims, its record, and whatever ties lead from or to them. */
export async function copyOf(driver: Driver, database: string, batch: string): Promise<Copied> {
  const { records: nodes } = await driver.executeQuery(
    `${ADDED}
RETURN reduce(text = '', label IN labels(n) | text + ':' + label) AS labels, collect(properties(n)) AS rows`,
    { batch },
    { database },
  );
  const { records: relationships } = await driver.executeQuery(
    `${ADDED}
MATCH (n)-[r]-()
WITH DISTINCT r
RETURN type(r) AS type, ${OWN('startNode(r)')} AS from, ${OWN('endNode(r)')} AS to,
  collect({from: startNode(r).id, to: endNode(r).id, properties: properties(r)}) AS rows`,
    { batch },
    { database },
  );
  return {
    nodes: nodes.map((record) => record.toObject() as Copied['nodes'][number]),
    relationships: relationships.map((record) => record.toObject() as Copied['relationships'][number]),
  };
}

/** Writes them in one transaction: a statement for each set of labels and each type of relationship, and nothing else. */
export const writeByHand = (
  driver: Driver,
  database: string,
  { nodes, relationships }: Copied,
): Promise<void> => {
  const work = async (tx: ManagedTransaction): Promise<void> => {
    for (const { labels, rows } of nodes)
      await tx.run(`CYPHER 5 UNWIND $rows AS row CREATE (n${labels}) SET n = row`, { rows });
    for (const { type, from, to, rows } of relationships)
      await tx.run(
        `CYPHER 5 UNWIND $rows AS row MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to})
CREATE (a)-[r:${type}]->(b) SET r = row.properties`,
        { rows },
      );
  };
  const session = driver.session({ database });
  return session.executeWrite(work).finally(() => session.close());
};
