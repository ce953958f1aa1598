// Runs of jobs that wrote an output, from some moment on.
// params: rows – timeline, job, output, since
// returns: timeline, runs
// index: run_job_first_stamp
UNWIND $rows AS row
RETURN row.timeline AS timeline, COLLECT {
  MATCH (r:Run {job: row.job})
  WHERE r.firstStamp >= row.since AND row.output IN r.outputs
  RETURN r {
    .id, .job, .state, .stateStamp, .startedAt, .endedAt, .lastEventAt, .firstStamp, .inputs, .outputs,
    .sqlHash, .sqlStamp, .link, .linkStamp
  } AS run ORDER BY r.firstStamp
} AS runs
