// params: $rows list of {id, dataset, layer, department}
UNWIND $rows AS row
CREATE (:BenchField {id: row.id, dataset: row.dataset, layer: row.layer, department: row.department})
