// Which of the keys name nothing.
// params: departments, libraries, sourceSystems, datasets, fields, useScenes, interfaces, consumers, backflowLinks
// returns: the same names, each with the keys that name nothing
// index: the key of each label
RETURN
  [key IN $departments WHERE NOT EXISTS { MATCH (:Department {code: key}) }] AS departments,
  [key IN $libraries WHERE NOT EXISTS { MATCH (:Library {code: key}) }] AS libraries,
  [key IN $sourceSystems WHERE NOT EXISTS { MATCH (:SourceSystem {code: key}) }] AS sourceSystems,
  [key IN $datasets WHERE NOT EXISTS { MATCH (:Dataset {id: key}) }] AS datasets,
  [key IN $fields WHERE NOT EXISTS { MATCH (:Field {id: key}) }] AS fields,
  [key IN $useScenes WHERE NOT EXISTS { MATCH (:UseScene {code: key}) }] AS useScenes,
  [key IN $interfaces WHERE NOT EXISTS { MATCH (:Interface {code: key}) }] AS interfaces,
  [key IN $consumers WHERE NOT EXISTS { MATCH (:Consumer {code: key}) }] AS consumers,
  [key IN $backflowLinks WHERE NOT EXISTS { MATCH (:BackflowLink {code: key}) }] AS backflowLinks
