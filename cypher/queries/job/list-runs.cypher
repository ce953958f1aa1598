// params: jobs, limit – runs of each
// returns: run – its properties and job; newest first
// index: job_id
UNWIND $jobs AS id
MATCH (j:Job {id: id})
CALL (j) {
  MATCH (r:Run)-[:OF]->(j)
  RETURN r
  ORDER BY r.lastEventAt DESC, r.id
  LIMIT toInteger($limit)
}
RETURN r {.*, job: j.id} AS run
