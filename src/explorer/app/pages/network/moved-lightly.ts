import type Sigma from 'sigma';
import type { LaidEdge, LaidNode } from './laid-out.js';

/** A picture that comes later than this after the one before it, in milliseconds, is seen to jerk. */
const JERKS = 40;
/** What comes later than this was not waited for: nothing moved. */
const RESTED = 400;
/** So many slow pictures, and edges and names are left out while the drawing moves; they return when it rests. */
const SLOW_MOST = 3;

/** Keeps a drawing smooth on a machine that cannot draw all of it fast enough, as one without a graphics card. */
export function moveLightly(drawn: Sigma<LaidNode, LaidEdge>): void {
  let last = 0;
  let slow = 0;
  const look = (): void => {
    const now = performance.now();
    const waited = now - last;
    last = now;
    if (waited > RESTED) return;
    slow = waited > JERKS ? slow + 1 : 0;
    if (slow < SLOW_MOST) return;
    drawn.off('afterRender', look);
    drawn.setSetting('hideEdgesOnMove', true);
    drawn.setSetting('hideLabelsOnMove', true);
  };
  drawn.on('afterRender', look);
}
