import { contentHash } from '../graph/reads/content-hash.js';
import { withGraph } from './connect.js';
import { commandAsking, requireGraph } from './prepare-graph.js';
import { run } from './run.js';

await run((config, say) =>
  withGraph(config, say, async (door) => {
    const asking = commandAsking('hash');
    await requireGraph(door, asking);
    return contentHash(door, asking);
  }),
);
