// params: none
// returns: useScene – properties of one, by code
// index: use_scene_code
MATCH (n:UseScene)
WHERE n.code >= ''
RETURN properties(n) AS useScene
ORDER BY n.code
