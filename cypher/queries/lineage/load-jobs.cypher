// params: ids
// returns: job
// index: job_id
UNWIND $ids AS id
MATCH (j:Job {id: id})
RETURN j {.id, .namespace, .name, .description, .sql, .dialect, .observedJson} AS job
