import { seedFolder } from '../intake/4-apply/seed-folder.js';
import { withGraph } from './connect.js';
import { prepareGraph } from './prepare-graph.js';
import { run } from './run.js';

await run((config, say) =>
  withGraph(config, say, async (door) => {
    await prepareGraph(door, seedFolder, say);
    return 'The graph is ready: npm start serves it.';
  }),
);
