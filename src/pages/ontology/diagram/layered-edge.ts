/** An edge between two nodes of a layered drawing. */
export interface LayeredEdge {
  readonly from: string;
  readonly to: string;
}
