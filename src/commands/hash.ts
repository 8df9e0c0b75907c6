import { findGraph } from '../graph/graph-node.js';
import { contentHash } from '../graph/reads/content-hash.js';
import { withGraph } from './connect.js';
import { commandAsking, refuseAbsent, refuseForeign } from './prepare-graph.js';
import { run } from './run.js';

await run((config, say) =>
  withGraph(config, say, async (door) => {
    const asking = commandAsking('hash');
    const found = await findGraph(door, asking);
    refuseForeign(found);
    refuseAbsent(found);
    return contentHash(door, asking);
  }),
);
