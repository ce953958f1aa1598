// params: ids
// returns: run
// index: run_id
UNWIND $ids AS id
MATCH (r:Run {id: id})
RETURN r {
  .id, .job, .state, .stateStamp, .startedAt, .endedAt, .lastEventAt, .firstStamp, .inputs, .outputs,
  .sqlHash, .sqlStamp, .link, .linkStamp
} AS run
