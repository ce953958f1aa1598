// All versions of the edges that one job keeps up to date in one output.
// The hint holds the plan that an empty store would choose otherwise, and keep.
// params: timelines
// returns: timeline, edge – properties of FLOWS_TO with from and to
// index: flows_to_timeline
UNWIND $timelines AS timeline
MATCH (a)-[r:FLOWS_TO {timeline: timeline}]->(b)
USING INDEX r:FLOWS_TO(timeline)
RETURN timeline, r {.*, from: a.id, to: b.id} AS edge
