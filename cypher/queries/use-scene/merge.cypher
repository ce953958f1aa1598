// params: rows – all properties of each
// returns: written
// index: use_scene_code
UNWIND $rows AS row
MERGE (n:UseScene {code: row.code})
SET n += row
RETURN count(n) AS written
