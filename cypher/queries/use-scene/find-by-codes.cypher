// params: codes
// returns: useScene – properties of one
// index: use_scene_code
UNWIND $codes AS code
MATCH (n:UseScene {code: code})
RETURN properties(n) AS useScene
