import { EdgeRectangleProgram, NodeCircleProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { LaidEdge, LaidNode } from './laid-out.js';

// Sigma draws each node and edge as an instance of one form. Where no graphics card does that, each instance costs as
// much as a drawing of its own; the same corners in one list are drawn in one go. The shaders stay Sigma's.

type Instanced = ReturnType<EdgeRectangleProgram['getDefinition']>;

/** The definition with what was the same for each item among what is said of every corner. */
const whole = <Definition extends Pick<Instanced, 'ATTRIBUTES' | 'CONSTANT_ATTRIBUTES' | 'CONSTANT_DATA'>>({
  CONSTANT_ATTRIBUTES,
  CONSTANT_DATA: _,
  ...rest
}: Definition) => ({ ...rest, ATTRIBUTES: [...rest.ATTRIBUTES, ...CONSTANT_ATTRIBUTES] });

/** Writes one item, which stands at a place of the list as if it were an instance, once for each of its corners. */
function spread(
  list: Float32Array,
  at: number,
  corners: readonly (readonly number[])[],
  length: number,
): void {
  const item = list.slice(at, at + length - corners[0]!.length);
  corners.forEach((corner, index) => {
    list.set(item, at + index * length);
    list.set(corner, at + index * length + item.length);
  });
}

/** What Sigma says of each corner of a node, and of an edge. */
const OF_NODE = NodeCircleProgram.prototype.getDefinition().CONSTANT_DATA;
const OF_EDGE = EdgeRectangleProgram.prototype.getDefinition().CONSTANT_DATA;

export class WholeNodes extends NodeCircleProgram<LaidNode, LaidEdge> {
  override getDefinition() {
    return whole(super.getDefinition()) as unknown as ReturnType<NodeCircleProgram['getDefinition']>;
  }
  override processVisibleItem(index: number, at: number, data: NodeDisplayData): void {
    super.processVisibleItem(index, at, data);
    spread(this.array, at, OF_NODE, this.ATTRIBUTES_ITEMS_COUNT);
  }
}

export class WholeEdges extends EdgeRectangleProgram<LaidNode, LaidEdge> {
  override getDefinition() {
    return whole(super.getDefinition()) as unknown as Instanced;
  }
  override processVisibleItem(
    index: number,
    at: number,
    from: NodeDisplayData,
    to: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    super.processVisibleItem(index, at, from, to, data);
    spread(this.array, at, OF_EDGE, this.ATTRIBUTES_ITEMS_COUNT);
  }
}
