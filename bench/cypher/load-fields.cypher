// params: $rows list of [n, layer, department, salt]: whole numbers
UNWIND $rows AS row
CREATE (:BenchField {n: row[0], layer: row[1], department: row[2], salt: row[3]})
