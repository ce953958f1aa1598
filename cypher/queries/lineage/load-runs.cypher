// params: ids
// returns: run
// index: run_id
UNWIND $ids AS id
MATCH (r:Run {id: id})-[:OF]->(j:Job)
RETURN r {
  .id, job: j.id, .state, .stateStamp, .startedAt, .endedAt, .lastEventAt, .firstStamp, .backflow, .inputs, .outputs
} AS run
